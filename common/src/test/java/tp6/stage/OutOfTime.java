package tp6.stage;

/** The time for an exercise is over by the computer's clock: nothing is said about the program. */
final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfTime() {
    super("out of time", null, false, false);
  }
}
