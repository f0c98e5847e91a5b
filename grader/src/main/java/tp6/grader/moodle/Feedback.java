package tp6.grader.moodle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.marking.Mark;
import tp6.grader.report.Explanation;
import tp6.grader.report.Points;
import tp6.grader.report.Sentences;
import tp6.stage.report.Outcome;
import tp6.stage.text.Words;

/** A result in a few words, for a gradebook, which takes them for HTML: first all the points. */
public final class Feedback {
  private Feedback() {}

  static String of(Result result, Mark mark) {
    String points =
        result.exercises().stream()
            .map(one -> "%s %s/%s".formatted(one.exercise(), Points.earned(one), one.points()))
            .collect(Collectors.joining(", ", "", "."));
    Stream<String> exposure =
        result.isExposed() ? Stream.of(Sentences.of(result).say("not.isolated")) : Stream.of();
    Stream<String> losses = result.exercises().stream().flatMap(one -> loss(result, one).stream());
    Stream<String> rules = mark.rules().stream().map(rule -> rule + ".");
    return Stream.of(Stream.of(points), rules, mark.decisions().stream(), losses, exposure)
        .flatMap(texts -> texts)
        .collect(Collectors.joining(" "))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static Optional<String> loss(Result result, ExerciseResult exercise) {
    Words words = Sentences.of(result);
    List<String> lost =
        exercise.stages().stream()
            .filter(stage -> stage.outcome() != Outcome.PASSED)
            .map(stage -> stage.number() + " " + stage.title())
            .toList();
    if (exercise.status() == ExerciseResult.Status.DOES_NOT_COMPILE) {
      // A class of results is kept without the errors, which are too long for here anyway.
      return Optional.of(words.say("about", exercise.exercise(), words.say("does.not.compile")));
    }
    if (!Explanation.isNeedless(exercise)) {
      return Optional.of(
          words.say("about", exercise.exercise(), Explanation.of(result, exercise).get(0)));
    }
    if (exercise.status() == ExerciseResult.Status.NOT_STARTED) {
      return Optional.of(
          words.say("about", exercise.exercise(), words.say("outcome.not.started")) + ".");
    }
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("lost", exercise.exercise(), String.join("; ", lost)));
  }
}
