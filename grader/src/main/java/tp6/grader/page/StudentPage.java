package tp6.grader.page;

import java.util.List;
import java.util.Optional;
import tp6.grader.diff.Comparison;
import tp6.grader.report.Explanation;
import tp6.grader.report.NotTaken;
import tp6.grader.report.Points;
import tp6.grader.report.Stability;
import tp6.grader.run.Result;
import tp6.stage.Visible;

/**
 * What the page of a student shows.
 *
 * @param row as in the table of the class
 * @param earned of how many points; without a number where there is no grade
 * @param reason why nothing could be graded, where nothing could
 * @param unstable the stages that did not end in the same way each time
 * @param notTaken file by file
 * @param comparisons with the reference, exercise by exercise
 */
public record StudentPage(
    Frame frame,
    Row row,
    String earned,
    String seed,
    boolean isExposed,
    Optional<String> reason,
    List<ExercisePart> exercises,
    List<String> unstable,
    List<String> notTaken,
    List<Comparison> comparisons) {

  static StudentPage of(Frame frame, Result result, List<Comparison> comparisons) {
    boolean isWhole = result.reason().isEmpty();
    return new StudentPage(
        frame,
        Row.of(result, "", List.of()),
        Points.of(result),
        result.seed(),
        result.isExposed(),
        isWhole ? Optional.empty() : Optional.of(Explanation.ofAll(result)),
        isWhole
            ? result.exercises().stream().map(one -> ExercisePart.of(result, one)).toList()
            : List.of(),
        Stability.lines(result),
        NotTaken.of(result).stream().map(Visible::line).toList(),
        comparisons);
  }

  /** The name, or what stands for it. */
  public String title() {
    return row.name().isEmpty() ? row.id() : row.name();
  }
}
