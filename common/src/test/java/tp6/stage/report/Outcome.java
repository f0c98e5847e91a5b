package tp6.stage.report;

/** What became of a stage. Only one of these earns points. */
public enum Outcome {
  PASSED,
  FAILED,
  /** The student's part of it is still the starter's. */
  NOT_STARTED,
  /** A stage that it needs was lost. */
  WAITING,
  /**
   * The computer was too busy: the time for the exercise had passed before the stage was judged.
   * Nothing is said about the program.
   */
  OUT_OF_TIME,
  /** Nobody asked for it, or something that is no fault of the program's has kept it from it. */
  NOT_RUN
}
