package tp6.grader.run;

import java.util.List;
import tp6.grader.grade.ExerciseResult;

/**
 * What came of running an exercise, and whether to believe it.
 *
 * @param isDoubtful whether the computer may have been the cause rather than the program: run it
 *     again, alone
 */
record Attempt(ExerciseResult result, boolean isDoubtful) {
  /** Several runs, the first of which counts, unless one of them has not come to its end. */
  static Attempt of(List<String> seeds, List<Attempt> runs) {
    return new Attempt(
        ExerciseResult.of(seeds, runs.stream().map(Attempt::result).toList()),
        runs.stream().anyMatch(Attempt::isDoubtful));
  }
}
