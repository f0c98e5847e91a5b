package tp6.grader.text;

/** A mistake of the person at the keyboard; the message is one line that says what to do. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UserError(String message) {
    super(message, null, false, false);
  }
}
