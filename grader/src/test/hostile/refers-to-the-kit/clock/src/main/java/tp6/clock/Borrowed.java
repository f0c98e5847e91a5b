package tp6.clock;

import tp6.stage.text.Visible;

/** Lets others do the work. */
final class Borrowed {
  private final Class<?> other = Visible.class;
}
