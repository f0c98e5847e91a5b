package tp6.grader.process;

/** There is no answer of a {@link Worker}; the message says in one line why. */
public final class Lost extends Failure {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String exitStatus;

  /** Why there is no answer. */
  public enum Reason {
    /** The question takes more of a processor's time than it may. */
    TOO_MUCH_WORK,
    /** The JVM was there, and has ended or answered nonsense. */
    ENDED,
    /** The question has nothing to do with it. */
    OUTSIDE
  }

  Lost(Reason reason, String exitStatus, String key, Throwable cause, Object... values) {
    super(key, cause, values);
    this.reason = reason;
    this.exitStatus = exitStatus;
  }

  public Reason reason() {
    return reason;
  }

  /** Of the JVM; a question mark where it had to be ended. */
  public String exitStatus() {
    return exitStatus;
  }
}
