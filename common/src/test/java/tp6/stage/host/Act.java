package tp6.stage.host;

/** A piece of the student's program. */
@FunctionalInterface
interface Act {
  void play() throws Throwable;
}
