package tp6.grader.diff;

import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;

/**
 * One of the two solutions.
 *
 * @param name short, and another one than that of the other side
 * @param grade what it does, where that is known
 */
public record Side(String name, Optional<Result> grade) {
  Optional<ExerciseResult> exercise(String module) {
    return grade.flatMap(result -> result.exercise(module));
  }
}
