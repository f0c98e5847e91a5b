package tp6.grader.run;

import java.util.List;
import tp6.grader.grade.ExerciseResult;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/**
 * What came of running an exercise, and whether to believe it.
 *
 * @param isDoubtful whether the computer may have been the cause rather than the program: run it
 *     again, alone
 */
record Attempt(ExerciseResult result, boolean isDoubtful) {
  /**
   * Whether it counts, run again after another one. A program that was ended by somebody else both
   * times has done so itself only where it has come as far as before.
   */
  boolean standsAfter(Attempt first) {
    return !isDoubtful
        || result.status() != ExerciseResult.Status.GRADED
        || outcomes().equals(first.outcomes());
  }

  private List<Outcome> outcomes() {
    return result.stages().stream().map(StageResult::outcome).toList();
  }

  /** Several runs, the first of which counts, unless one of them has not come to its end. */
  static Attempt of(List<String> seeds, List<Attempt> runs) {
    return new Attempt(
        ExerciseResult.of(seeds, runs.stream().map(Attempt::result).toList()),
        runs.stream().anyMatch(Attempt::isDoubtful));
  }
}
