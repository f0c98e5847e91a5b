package tp6.grader.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Repeats;
import tp6.grader.grade.Repeats.Unstable;
import tp6.grader.grade.Result;
import tp6.stage.report.Outcome;
import tp6.stage.text.Words;

/** The stages that did not end in the same way each time that they were run. */
public final class Stability {
  private Stability() {}

  /** Whether a submission was run more than once. */
  static boolean isKnown(Result result) {
    return result.exercises().stream().anyMatch(exercise -> exercise.repeats().isPresent());
  }

  /** One line a stage, with the seeds that bring each of its outcomes back. */
  public static List<String> lines(Result result) {
    Words words = Sentences.of(result);
    return result.exercises().stream()
        .flatMap(
            exercise ->
                unstable(exercise)
                    .map(
                        stage ->
                            words.say(
                                "about", name(exercise, stage), told(words, exercise, stage))))
        .toList();
  }

  /** The names of the stages alone. */
  static String names(Result result) {
    return result.exercises().stream()
        .flatMap(exercise -> unstable(exercise).map(stage -> name(exercise, stage)))
        .collect(Collectors.joining("; "));
  }

  /** The same for one stage, without its name; empty where it is stable, or was run once. */
  public static String of(Result result, ExerciseResult exercise, int number) {
    return unstable(exercise)
        .filter(stage -> stage.stage() == number)
        .map(stage -> told(Sentences.of(result), exercise, stage))
        .collect(Collectors.joining());
  }

  private static Stream<Unstable> unstable(ExerciseResult exercise) {
    return exercise.repeats().stream().flatMap(repeats -> repeats.unstable().stream());
  }

  private static String name(ExerciseResult exercise, Unstable stage) {
    return exercise.exercise() + " " + stage.stage();
  }

  private static String told(Words words, ExerciseResult exercise, Unstable stage) {
    Repeats repeats = exercise.repeats().orElseThrow();
    return stage.outcomes().stream()
        .distinct()
        .map(outcome -> told(words, outcome, repeats.seedsOf(stage, outcome)))
        .collect(Collectors.joining("; "));
  }

  private static String told(Words words, Outcome outcome, List<String> seeds) {
    String all = String.join(", ", seeds);
    return words.say("with.seed", words.say(key(outcome)), all);
  }

  /** Of the word for an outcome. */
  static String key(Outcome outcome) {
    return "outcome." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
