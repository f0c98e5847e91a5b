package tp6.grader.cli;

/** A mistake of the person at the keyboard; the message is one line that says what to do. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message, null, false, false);
  }
}
