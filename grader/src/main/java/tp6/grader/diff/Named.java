package tp6.grader.diff;

/**
 * A name that a program could have in place of another one, and would do the same.
 *
 * @param where the member that a variable stands in, the type that a member stands in
 */
record Named(Kind kind, String text, String where) {
  enum Kind {
    /** A variable or a parameter. */
    LOCAL,
    /** A private one: nothing outside its file can name it. */
    FIELD,
    /** A private one, with all that are called the same. */
    METHOD,
    /** A type of the student's own. */
    TYPE,
    /** The exercise's own. */
    PACKAGE
  }

  boolean isLocal() {
    return kind == Kind.LOCAL;
  }
}
