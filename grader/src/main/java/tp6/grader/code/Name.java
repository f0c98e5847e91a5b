package tp6.grader.code;

/**
 * A name that a program could have in place of another one, and would do the same. No other one is
 * equal to it: two may read the same.
 */
public final class Name {
  /** What can be called so: all but variables are the student's own, and members private. */
  public enum Kind {
    PACKAGE,
    TYPE,
    FIELD,
    METHOD,
    LOCAL
  }

  private final Kind kind;
  private final String text;
  private final String where;

  Name(Kind kind, String text, String where) {
    this.kind = kind;
    this.text = text;
    this.where = where;
  }

  public Kind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  /** The member that a variable stands in, the type that a member stands in. */
  public String where() {
    return where;
  }
}
