package tp6.grader.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.report.Telling;

/** What there is to say of a stage, where a file has one text for each. */
public final class StageText {
  private final Result result;
  private final ExerciseResult exercise;
  private final Telling telling;

  public StageText(Result result, ExerciseResult exercise) {
    this.result = result;
    this.exercise = exercise;
    this.telling = new Telling(exercise.grade(result.settings()));
  }

  /** As lines; empty where nothing is to be said. */
  String of(StageResult stage) {
    return Plain.text(String.join("\n", lines(stage)));
  }

  /** The one line that says most: what ended the program, or else the step that went wrong. */
  public String headline(StageResult stage) {
    return stage.story().stream()
        .flatMap(story -> Stream.of(story.causes().stream().limit(1), last(story.steps())))
        .flatMap(Function.identity())
        .findFirst()
        .map(Plain::text)
        .orElseGet(() -> of(stage).lines().findFirst().orElse(""));
  }

  private static Stream<String> last(List<String> steps) {
    return steps.stream().skip(Math.max(0, steps.size() - 1));
  }

  private List<String> lines(StageResult stage) {
    if (stage.outcome() == Outcome.PASSED) {
      return List.of();
    }
    if (standsForAll(stage)) {
      return Explanation.of(result, exercise);
    }
    List<String> story = telling.story(stage);
    return story.isEmpty() ? List.of(telling.verdict(stage)) : story;
  }

  /** The first stage without a verdict tells why: said once, and where it is found. */
  boolean standsForAll(StageResult stage) {
    return !Explanation.isNeedless(exercise)
        && exercise.stages().stream()
            .filter(this::isUnjudged)
            .findFirst()
            .equals(Optional.of(stage));
  }

  private boolean isUnjudged(StageResult stage) {
    return !Explanation.hasStages(exercise) || stage.outcome() == Outcome.OUT_OF_TIME;
  }
}
