package tp6.stage.report;

public enum Outcome {
  PASSED
}
