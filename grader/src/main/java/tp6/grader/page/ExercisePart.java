package tp6.grader.page;

import java.util.List;
import tp6.grader.report.Explanation;
import tp6.grader.report.Plain;
import tp6.grader.report.Points;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Grade;
import tp6.stage.Telling;

/**
 * An exercise on the page of a student.
 *
 * @param earned of how many points; without a number where there is no verdict
 * @param explanation why stages were not run, and what is next; empty where all were
 */
public record ExercisePart(
    String name, String earned, List<StagePart> stages, List<String> explanation) {

  static ExercisePart of(Result result, ExerciseResult exercise) {
    Grade grade = exercise.grade(result.settings());
    Telling telling = new Telling(grade);
    return new ExercisePart(
        exercise.exercise(),
        Points.of(exercise),
        exercise.stages().stream()
            .map(stage -> StagePart.of(exercise, stage, grade, telling))
            .toList(),
        Explanation.isNeedless(exercise)
            ? List.of()
            : Explanation.of(result, exercise).stream().map(Plain::text).toList());
  }

  /** The stages that have a story. */
  public List<StagePart> told() {
    return stages.stream().filter(stage -> stage.story().isPresent()).toList();
  }
}
