package tp6.grader.similar;

/**
 * What sources are compared by: a statement, a call, a declaration, or another element of a source.
 *
 * @param kind the same for the same kind of element, in one run, or {@link #NONE}
 * @param member the method or the other declaration that it belongs to, counted in its program
 * @param file which of the sources of a program, from 0
 * @param line from 1
 */
record Token(int kind, int member, int file, int line) {
  /** Compared to nothing: it was given, or is the end of a file. */
  static final int NONE = -1;

  boolean isOwn() {
    return kind != NONE;
  }
}
