package tp6.clock;

import org.junit.jupiter.api.Assertions;

/** Lets others do the work. */
final class Borrowed {
  private final Class<?> other = Assertions.class;
}
