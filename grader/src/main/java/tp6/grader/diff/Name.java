package tp6.grader.diff;

/**
 * A name that a program could have in place of another one, and would do the same. Two of them may
 * read the same: each is itself alone.
 */
final class Name {
  /** What it names. */
  enum Kind {
    /** The exercise's own. */
    PACKAGE,
    /** A type of the student's own. */
    TYPE,
    /** A private one: nothing outside its file can name it. */
    FIELD,
    /** A private one. */
    METHOD,
    /** A variable or a parameter. */
    LOCAL
  }

  private final Kind kind;
  private final String text;
  private final String where;

  /**
   * A name.
   *
   * @param where the member that a variable stands in, the type that a member stands in, with those
   *     around it
   */
  Name(Kind kind, String text, String where) {
    this.kind = kind;
    this.text = text;
    this.where = where;
  }

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  String where() {
    return where;
  }
}
