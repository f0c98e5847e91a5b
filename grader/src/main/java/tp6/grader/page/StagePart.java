package tp6.grader.page;

import java.util.List;
import java.util.Optional;
import tp6.grader.drawing.Sketch;
import tp6.grader.report.Plain;
import tp6.grader.run.ExerciseResult;
import tp6.stage.Grade;
import tp6.stage.Outcome;
import tp6.stage.StageResult;
import tp6.stage.Story;
import tp6.stage.Telling;

/**
 * A stage on the page of a student.
 *
 * @param anchor its place on the page
 * @param verdict its points, or why it has none
 */
public record StagePart(
    String anchor, int number, String title, Sign sign, String verdict, Optional<Telltale> story) {

  /**
   * Why it was lost.
   *
   * @param drawing of what happened; empty where nothing did
   * @param again the command that repeats the stage; empty where that is of no use
   */
  public record Telltale(
      List<String> causes,
      Optional<Sketch> drawing,
      List<String> steps,
      List<String> findings,
      String hint,
      String again) {

    static Telltale of(Story story, String again) {
      return new Telltale(
          plain(story.causes()),
          story.events().isEmpty() ? Optional.empty() : Optional.of(Sketch.of(story.events())),
          plain(story.steps()),
          plain(story.findings()),
          Plain.text(story.hint()),
          again);
    }

    private static List<String> plain(List<String> lines) {
      return lines.stream().map(Plain::text).toList();
    }
  }

  static StagePart of(ExerciseResult exercise, StageResult stage, Grade grade, Telling telling) {
    String again = stage.outcome() == Outcome.FAILED ? grade.again(stage) : "";
    return new StagePart(
        exercise.exercise() + "-" + stage.number(),
        stage.number(),
        stage.title(),
        Sign.of(exercise, stage),
        telling.verdict(stage).strip().replaceAll(" +", " "),
        stage.story().map(story -> Telltale.of(story, again)));
  }
}
