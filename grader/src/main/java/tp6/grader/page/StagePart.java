package tp6.grader.page;

import java.util.List;
import java.util.Optional;
import tp6.grader.drawing.Sketch;
import tp6.grader.drawing.Sketcher;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.page.Listing.Mention;
import tp6.grader.page.Listing.Span;
import tp6.grader.text.Plain;
import tp6.stage.Story;
import tp6.stage.report.Grade;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.report.Telling;

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
   * @param drawings of what happened, a wide one and one for phones; none where nothing did
   * @param again the command that repeats the stage; empty where that is of no use
   */
  public record Telltale(
      List<List<Span>> causes,
      List<Sketch> drawings,
      List<List<Span>> steps,
      List<List<Span>> findings,
      String hint,
      String again) {

    static Telltale of(Story story, String again, Listing listing, Mention from) {
      return new Telltale(
          linked(story.causes(), listing, from),
          story.events().isEmpty() ? List.of() : Sketcher.draw(story.events()),
          linked(story.steps(), listing, from),
          linked(story.findings(), listing, from),
          Plain.text(story.hint()),
          again);
    }

    private static List<List<Span>> linked(List<String> lines, Listing listing, Mention from) {
      return lines.stream().map(line -> listing.link(Plain.text(line), from)).toList();
    }
  }

  static StagePart of(
      ExerciseResult exercise, StageResult stage, Grade grade, Telling telling, Listing listing) {
    String anchor = StageHead.of(exercise, stage).anchor();
    Sign sign = Sign.of(exercise, stage);
    Mention mention = new Mention(sign.symbol() + " " + stage.number(), "#" + anchor);
    String again = stage.outcome() == Outcome.FAILED ? grade.again(stage) : "";
    return new StagePart(
        anchor,
        stage.number(),
        stage.title(),
        sign,
        telling.verdict(stage).strip().replaceAll(" +", " "),
        stage.story().map(story -> Telltale.of(story, again, listing, mention)));
  }
}
