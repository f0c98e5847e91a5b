package tp6.grader.diff;

/**
 * A name that a program could have in place of another one, and would do the same. No other one is
 * equal to it: two may read the same.
 */
final class Name {
  /** What can be called so: all but variables are the student's own, and members private. */
  enum Kind {
    PACKAGE,
    TYPE,
    FIELD,
    METHOD,
    LOCAL
  }

  final Kind kind;
  final String text;

  /** The member that a variable stands in, the type that a member stands in. */
  final String where;

  Name(Kind kind, String text, String where) {
    this.kind = kind;
    this.text = text;
    this.where = where;
  }
}
