package tp6.stage;

/** What became of a stage. Only one of these earns points. */
public enum Outcome {
  PASSED,
  FAILED,
  /** The student's part of it is still the starter's. */
  NOT_STARTED,
  /** A stage that it needs was lost. */
  WAITING,
  /** Nobody asked for it, or the run ended before it. */
  NOT_RUN
}
