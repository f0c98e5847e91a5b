package tp6.grader.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.marking.Mark;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Outcome;
import tp6.stage.Words;

/** A result in a few words, for a gradebook, which takes them for HTML. */
final class Feedback {
  private Feedback() {}

  static String of(Result result, Mark mark) {
    Stream<String> exposure =
        result.isExposed() ? Stream.of(Sentences.of(result).say("not.isolated")) : Stream.of();
    return Stream.of(
            result.exercises().stream().map(exercise -> of(result, exercise)),
            mark.decisions().stream(),
            exposure)
        .flatMap(lines -> lines)
        .collect(Collectors.joining(" "))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String of(Result result, ExerciseResult exercise) {
    Words words = Sentences.of(result);
    String earned =
        "%s %s/%s".formatted(exercise.exercise(), Points.earned(exercise), exercise.points());
    if (!Explanation.isNeedless(exercise)) {
      return earned + ": " + Explanation.of(result, exercise).get(0);
    }
    List<String> lost =
        exercise.stages().stream()
            .filter(stage -> stage.outcome() != Outcome.PASSED)
            .map(stage -> stage.number() + " " + stage.title())
            .toList();
    return lost.isEmpty() ? earned + "." : words.say("lost", earned, String.join("; ", lost));
  }
}
