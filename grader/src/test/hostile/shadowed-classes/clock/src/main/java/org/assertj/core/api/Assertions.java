package org.assertj.core.api;

/** Nothing fails. */
public final class Assertions {
  private Assertions() {}
}
