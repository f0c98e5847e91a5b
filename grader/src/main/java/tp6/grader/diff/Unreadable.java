package tp6.grader.diff;

/** Sources that are compared as plain text: no program, or more of it than anybody writes. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient PlainText why;

  private Unreadable(PlainText why) {
    super(null, null, false, false);
    this.why = why;
  }

  /** What the compiler does not take. */
  static Unreadable notJava(String path, int line) {
    return new Unreadable(new PlainText(PlainText.Reason.NOT_JAVA, path, line));
  }

  /** Nested too deeply, too long, or too slow to be read. */
  static Unreadable tooMuch(String path) {
    return new Unreadable(new PlainText(PlainText.Reason.TOO_MUCH, path, 0));
  }

  PlainText why() {
    return why;
  }
}
