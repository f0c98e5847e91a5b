package tp6.grader.marking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.report.StageResult;
import tp6.stage.text.Words;

/**
 * Tells how points make a mark, where the rules have it otherwise than the tables of stages: with
 * these sentences, a mark can be computed from the points that are shown.
 */
record Recipe(Scale scale, Words words) {
  static Recipe in(Locale language, Scale scale) {
    return new Recipe(scale, Words.of(Recipe.class, "words", language));
  }

  /** One line each; none where nothing is otherwise. */
  List<String> of(Result result) {
    List<String> lines = new ArrayList<>();
    for (ExerciseResult exercise : result.exercises()) {
      List<StageResult> others =
          exercise.stages().stream().filter(stage -> isOther(exercise, stage)).toList();
      if (!others.isEmpty()) {
        lines.add(points(exercise, others));
      }
    }
    if (result.exercises().size() > 1 && result.exercises().stream().anyMatch(this::isOther)) {
      lines.add(
          words.say(
              "rule.weights",
              result.exercises().stream()
                  .map(one -> one.exercise() + " " + Mark.plain(scale.weight(one)))
                  .collect(Collectors.joining(", "))));
    }
    return lines;
  }

  private String points(ExerciseResult exercise, List<StageResult> others) {
    String stages =
        others.stream()
            .map(one -> words.say("rule.stage", one.number(), plain(exercise, one)))
            .collect(Collectors.joining(", "));
    String all = Mark.plain(scale.points(exercise));
    return words.say("rule.points", exercise.exercise(), all, exercise.points(), stages);
  }

  private String plain(ExerciseResult exercise, StageResult stage) {
    return Mark.plain(scale.points(exercise, stage));
  }

  private boolean isOther(ExerciseResult exercise, StageResult stage) {
    return scale.points(exercise, stage).compareTo(BigDecimal.valueOf(stage.points())) != 0;
  }

  private boolean isOther(ExerciseResult exercise) {
    return scale.weight(exercise).compareTo(scale.points(exercise)) != 0;
  }
}
