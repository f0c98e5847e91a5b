package tp6.grader.page;

import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.stage.report.StageResult;

/** What came of a stage, at one glance: never a colour alone. */
public enum Sign {
  PASSED("p", "✓"),
  FAILED("f", "✗"),
  WAITING("w", "…"),
  NOT_STARTED("s", "○"),
  NOT_RUN("n", "–"),
  DOES_NOT_COMPILE("c", "!"),
  REFUSED("r", "⊘"),
  NOT_GRADED("g", "?"),
  OUT_OF_TIME("o", "◷");

  private final String style;
  private final String symbol;

  Sign(String style, String symbol) {
    this.style = style;
    this.symbol = symbol;
  }

  /** Where no stage was run, why that is; else what came of the stage. */
  static Sign of(ExerciseResult exercise, StageResult stage) {
    return exercise.status() == Status.GRADED || exercise.status() == Status.OUT_OF_TIME
        ? valueOf(stage.outcome().name())
        : valueOf(exercise.status().name());
  }

  /** A CSS class. */
  public String style() {
    return style;
  }

  public String symbol() {
    return symbol;
  }

  /** The key of its name. */
  public String key() {
    return "sign." + style;
  }
}
