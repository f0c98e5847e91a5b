package tp6.grader.diff;

/** A source that is compared as plain text: it is not Java, or more of it than anybody writes. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  private Unreadable(int line) {
    super(null, null, false, false);
    this.line = line;
  }

  /** What the parser does not take. */
  static Unreadable notJava(int line) {
    return new Unreadable(line);
  }

  /** Nested too deeply, too long, or too slow to be read. */
  static Unreadable tooMuch() {
    return new Unreadable(-1);
  }

  PlainText why(String path) {
    return line < 0
        ? new PlainText(PlainText.Reason.TOO_MUCH, path, 0)
        : new PlainText(PlainText.Reason.NOT_JAVA, path, line);
  }
}
