package tp6.stage;

/** A piece of the student's program. */
@FunctionalInterface
interface Act {
  void play() throws Throwable;
}
