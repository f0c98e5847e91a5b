package tp6.grader.cli;

/** How the grader ends, where all is not well. */
final class ExitStatus {
  static final int NOT_GRADED = 1;

  /** Of commands that compare: there is something to see. */
  static final int DIFFERENT = 1;

  static final int TROUBLE = 2;
  static final int BELOW_MINIMUM = 3;

  /** As of any program that Ctrl-C has ended. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
