package tp6.grader.similar;

/**
 * What sources are compared by: a statement, a call, a declaration, or another element of a source.
 *
 * @param kind the same for the same kind of element, in one run, or {@link #END_OF_FILE}
 * @param member the method or the other declaration that it belongs to, counted in its file
 * @param file which of the sources of a program, from 0
 * @param line from 1
 */
record Token(int kind, int member, int file, int line) {
  static final int END_OF_FILE = -1;
}
