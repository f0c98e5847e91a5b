package tp6.grader.page;

import java.util.List;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.page.Listing.Mention;
import tp6.grader.page.Listing.SourceFile;
import tp6.grader.page.Listing.Span;
import tp6.grader.report.Explanation;
import tp6.grader.report.Points;
import tp6.grader.text.Plain;
import tp6.stage.report.Grade;
import tp6.stage.report.Telling;

/**
 * An exercise on the page of a student.
 *
 * @param earned of how many points; without a number where there is no verdict
 * @param lost how many points
 * @param explanation why stages were not run, and what is next; empty where all were
 */
public record ExercisePart(
    String name,
    String earned,
    int lost,
    List<StagePart> stages,
    List<List<Span>> explanation,
    List<SourceFile> sources,
    String answers) {

  static ExercisePart of(Result result, ExerciseResult exercise) {
    Grade grade = exercise.grade(result.settings());
    Telling telling = new Telling(grade);
    Listing listing = Listing.of(result, exercise.exercise());
    Mention why = new Mention(Sign.DOES_NOT_COMPILE.symbol(), "#" + exercise.exercise() + "-why");
    return new ExercisePart(
        exercise.exercise(),
        Points.of(exercise),
        exercise.points() - exercise.earned(),
        exercise.stages().stream()
            .map(stage -> StagePart.of(exercise, stage, grade, telling, listing))
            .toList(),
        Explanation.isNeedless(exercise)
            ? List.of()
            : Explanation.of(result, exercise).stream()
                .map(Plain::text)
                .map(line -> listing.link(line, why))
                .toList(),
        listing.files(),
        Listing.answers(result, exercise.exercise()));
  }

  /** The stages that have a story. */
  public List<StagePart> told() {
    return stages.stream().filter(stage -> stage.story().isPresent()).toList();
  }

  /** What to mend first in it: the first stage that was failed. */
  public List<StagePart> first() {
    return told().stream().limit(1).toList();
  }
}
