package tp6.grader.grade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A result after some of its exercises were graded again. */
public final class Regrading {
  private Regrading() {}

  /** The same hand-in with other results of some exercises. */
  public static Result with(Result before, List<ExerciseResult> again) {
    return before.with(exercises(before, again), before.sources());
  }

  /** After another hand-in, of which only some exercises were graded. */
  public static Result after(Result before, Result again) {
    Map<String, String> texts = new TreeMap<>(before.sources());
    again
        .exercises()
        .forEach(one -> texts.keySet().removeIf(path -> path.startsWith(one.exercise() + "/")));
    texts.putAll(again.sources());
    return new Result(
        before.id(),
        before.name(),
        before.email(),
        again.reason(),
        before.language(),
        before.seed(),
        before.limit(),
        before.only(),
        before.isolation(),
        exercises(before, again.exercises()),
        again.notes(),
        again.handedIn(),
        again.digest(),
        texts);
  }

  private static List<ExerciseResult> exercises(Result before, List<ExerciseResult> again) {
    return before.exercises().stream()
        .map(
            old ->
                again.stream()
                    .filter(one -> one.exercise().equals(old.exercise()))
                    .findFirst()
                    .orElse(old))
        .toList();
  }
}
