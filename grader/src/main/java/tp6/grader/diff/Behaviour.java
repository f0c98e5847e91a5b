package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.report.Points;
import tp6.grader.report.StageText;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.report.Telling;

/**
 * What two solutions earn.
 *
 * @param title the exercise, where it is the same
 * @param names of the solutions, or else of their exercises
 * @param stages none where the exercises are two, for then they have nothing to do with each other
 */
public record Behaviour(String title, Both names, Both totals, List<Stage> stages) {
  /** A text for each side. */
  public record Both(String left, String right) {}

  /**
   * A stage of the exercise.
   *
   * @param uneven whether one of the two has lost it, and the other has not
   * @param why what went wrong there, where more is known than the points
   */
  public record Stage(
      int number, String title, Both verdicts, boolean uneven, Optional<Loss> why) {}

  /** Why a stage was lost, in one line, and by whom. */
  public record Loss(String name, String text) {}

  /** One side of an exercise. */
  private record Half(String name, Result result, ExerciseResult exercise) {
    static Half of(Side side, String module) {
      return new Half(side.name(), side.grade().orElseThrow(), side.exercise(module).orElseThrow());
    }

    String verdict(StageResult stage) {
      return new Telling(exercise.grade(result.settings())).verdict(stage);
    }

    String total() {
      return Points.of(exercise);
    }

    /** Empty where the verdict says it all. */
    Optional<Loss> loss(StageResult stage) {
      String headline = new StageText(result, exercise).headline(stage);
      return Optional.of(new Loss(name, headline.replaceAll("\\s+", " ")))
          .filter(loss -> !loss.text().equals(verdict(stage)));
    }
  }

  public Behaviour {
    stages = List.copyOf(stages);
  }

  /** What both have earned in the exercises of a comparison, of which each has a result. */
  static Behaviour of(Comparison comparison, Side one, Side other) {
    Half left = Half.of(one, comparison.left());
    Half right = Half.of(other, comparison.right());
    Both totals = new Both(left.total(), right.total());
    if (!comparison.left().equals(comparison.right())) {
      return new Behaviour("", new Both(comparison.left(), comparison.right()), totals, List.of());
    }
    List<Stage> stages = new ArrayList<>();
    for (StageResult stage : left.exercise().stages()) {
      right
          .exercise()
          .stage(stage.number())
          .ifPresent(same -> stages.add(stage(left, stage, right, same)));
    }
    return new Behaviour(comparison.left(), new Both(left.name(), right.name()), totals, stages);
  }

  private static Stage stage(Half left, StageResult stage, Half right, StageResult other) {
    boolean uneven = isPassed(stage) != isPassed(other) && isJudged(stage) && isJudged(other);
    Optional<Loss> why = isPassed(stage) ? right.loss(other) : left.loss(stage);
    return new Stage(
        stage.number(),
        Plain.text(stage.title()),
        new Both(left.verdict(stage), right.verdict(other)),
        uneven,
        why.filter(loss -> uneven));
  }

  private static boolean isJudged(StageResult stage) {
    return stage.outcome() != Outcome.OUT_OF_TIME;
  }

  private static boolean isPassed(StageResult stage) {
    return stage.outcome() == Outcome.PASSED;
  }
}
