package tp6.grader.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.report.Samples;
import tp6.stage.report.Outcome;

/** Results of a class at work, which nobody has graded. */
final class Graded {
  private Graded() {}

  /** Of a hand-in with that digest and with these sources. */
  static Result of(
      String id, String digest, Map<String, String> sources, ExerciseResult... exercises) {
    return Samples.handedIn(Samples.result(id, exercises), Optional.of(digest), sources);
  }

  /** Of a hand-in with that digest. */
  static Result of(String id, String digest, ExerciseResult... exercises) {
    return of(id, digest, Map.of(), exercises);
  }

  /** The first stages are passed, that one is lost, and the third needs it. */
  static ExerciseResult losing(String exercise, int stage) {
    List<Outcome> outcomes =
        switch (stage) {
          case 1 -> List.of(Outcome.FAILED, Outcome.WAITING, Outcome.WAITING);
          case 2 -> List.of(Outcome.PASSED, Outcome.FAILED, Outcome.WAITING);
          default -> List.of(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
        };
    return Samples.graded(exercise, outcomes.toArray(Outcome[]::new));
  }

  static ExerciseResult notStarted(String exercise) {
    return Samples.without(exercise, Status.NOT_STARTED, "");
  }
}
