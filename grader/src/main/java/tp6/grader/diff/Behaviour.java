package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.report.Plain;
import tp6.grader.report.StageText;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Outcome;
import tp6.stage.StageResult;
import tp6.stage.Telling;

/**
 * What two solutions earn.
 *
 * @param title the exercise, where it is the same
 * @param left the first solution, or else its exercise
 * @param right the second solution, or else its exercise
 * @param total the points of each
 * @param stages none where the exercises are two, for then they have nothing to do with each other
 */
public record Behaviour(String title, String left, String right, Row total, List<Row> stages) {
  /**
   * A stage, or all of them.
   *
   * @param number of the stage; 0 for all
   * @param why what went wrong, where one of the two has lost it
   */
  public record Row(int number, String title, String left, String right, List<Loss> why) {
    public Row {
      why = List.copyOf(why);
    }
  }

  /** Why a stage was lost, in one line, and by whom. */
  public record Loss(String name, String text) {}

  /** One side of an exercise. */
  private record Half(String name, Result result, ExerciseResult exercise) {
    static Half of(DiffReport.Side side, String module) {
      Result result = side.grade().orElseThrow();
      ExerciseResult exercise =
          result.exercises().stream()
              .filter(one -> one.exercise().equals(module))
              .findFirst()
              .orElseThrow();
      return new Half(side.name(), result, exercise);
    }

    Optional<StageResult> stage(int number) {
      return exercise.stages().stream().filter(one -> one.number() == number).findFirst();
    }

    String verdict(StageResult stage) {
      return new Telling(exercise.grade(result.settings())).verdict(stage);
    }

    String total() {
      return "%d / %d".formatted(exercise.earned(), exercise.points());
    }

    Loss loss(StageResult stage) {
      return new Loss(name, new StageText(result, exercise).headline(stage));
    }
  }

  public Behaviour {
    stages = List.copyOf(stages);
  }

  /** What both have earned in the exercises of a comparison, of which each has a result. */
  static Behaviour of(Comparison comparison, DiffReport report) {
    Half left = Half.of(report.left(), comparison.left());
    Half right = Half.of(report.right(), comparison.right());
    Row total = new Row(0, "", left.total(), right.total(), List.of());
    if (!comparison.left().equals(comparison.right())) {
      return new Behaviour("", comparison.left(), comparison.right(), total, List.of());
    }
    List<Row> rows = new ArrayList<>();
    for (StageResult stage : left.exercise().stages()) {
      right.stage(stage.number()).ifPresent(other -> rows.add(row(left, stage, right, other)));
    }
    return new Behaviour(comparison.left(), left.name(), right.name(), total, rows);
  }

  private static Row row(Half left, StageResult stage, Half right, StageResult other) {
    List<Loss> why = new ArrayList<>();
    if (isPassed(stage) != isPassed(other)) {
      why.add(isPassed(stage) ? right.loss(other) : left.loss(stage));
    }
    return new Row(
        stage.number(), Plain.text(stage.title()), left.verdict(stage), right.verdict(other), why);
  }

  private static boolean isPassed(StageResult stage) {
    return stage.outcome() == Outcome.PASSED;
  }
}
