package tp6.stage.link;

/**
 * The time for the exercise has passed while a stage was under way: nothing is said about the
 * program.
 */
public final class OutOfTime extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutOfTime() {
    super("the time for the exercise is over", null, false, false);
  }
}
