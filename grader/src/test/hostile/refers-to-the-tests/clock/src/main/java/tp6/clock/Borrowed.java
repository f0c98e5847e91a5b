package tp6.clock;


/** Lets others do the work. */
final class Borrowed {
  private final Class<?> other = ClockServerTest.class;
}
