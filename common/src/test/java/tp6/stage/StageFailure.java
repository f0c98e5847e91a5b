package tp6.stage;

/** Ends a stage, and carries its story to the report. */
public final class StageFailure extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient Story story;
  private final boolean notStarted;

  StageFailure(String message, Story story, boolean notStarted) {
    super(message);
    this.story = story;
    this.notStarted = notStarted;
    setStackTrace(new StackTraceElement[0]);
  }

  public Story story() {
    return story;
  }

  public boolean isNotStarted() {
    return notStarted;
  }
}
