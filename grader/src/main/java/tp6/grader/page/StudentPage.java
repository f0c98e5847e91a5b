package tp6.grader.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tp6.grader.diff.Comparison;
import tp6.grader.diff.DiffPage;
import tp6.grader.grade.Result;
import tp6.grader.html.Frame;
import tp6.grader.marking.Marking;
import tp6.grader.report.Explanation;
import tp6.grader.report.NotTaken;
import tp6.grader.report.Points;
import tp6.grader.report.Stability;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * What the page of a student shows.
 *
 * @param row as in the table of the class
 * @param earned of how many points; without a number where there is no grade
 * @param beside those before and after it in the class; empty on a page that a student gets
 * @param reason why nothing could be graded, where nothing could
 * @param unstable the stages that did not end in the same way each time
 * @param notTaken file by file
 * @param comparisons with the reference, exercise by exercise
 */
public record StudentPage(
    Frame frame,
    Row row,
    String earned,
    Optional<Beside> beside,
    String seed,
    boolean isExposed,
    Optional<String> reason,
    List<ExercisePart> exercises,
    List<String> unstable,
    List<String> notTaken,
    List<Comparison> comparisons) {

  /** The pages before and after one. */
  public record Beside(Optional<Neighbour> previous, Optional<Neighbour> next) {}

  /** Another student's page. */
  public record Neighbour(String id, String href) {}

  static StudentPage of(
      Frame frame,
      Result result,
      Marking marking,
      Optional<Beside> beside,
      List<Comparison> comparisons) {
    boolean isWhole = result.reason().isEmpty();
    return new StudentPage(
        frame,
        Row.of(result, marking, "", Map.of()),
        Points.of(result),
        beside,
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

  /** The exercises in which there is something to mend, that with the most points to win first. */
  public List<ExercisePart> toMend() {
    return exercises.stream()
        .filter(one -> !one.told().isEmpty() || !one.explanation().isEmpty())
        .sorted(Comparator.comparing(one -> -one.lost()))
        .toList();
  }

  /** The words of a comparison. */
  public Words diffWords() {
    return DiffPage.words(Locale.forLanguageTag(frame.language()));
  }
}
