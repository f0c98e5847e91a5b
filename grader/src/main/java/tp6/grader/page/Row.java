package tp6.grader.page;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tp6.grader.report.Mark;
import tp6.grader.run.Cost;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.Visible;

/**
 * A submission in the table of a class.
 *
 * @param href of the student's page
 * @param mark out of 20; empty where there is none
 * @param signs one for each stage of the class
 * @param millis that running the stages took; empty where none were run
 * @param peakKib the most memory of its JVMs; empty where it is not known
 * @param notTaken how many files
 * @param has what can be asked for: the styles of its signs, and t where a file was not taken
 */
public record Row(
    String href,
    String id,
    String name,
    Optional<String> mark,
    int wholeMark,
    List<Sign> signs,
    Optional<Long> millis,
    Optional<Long> peakKib,
    int notTaken,
    String has) {

  static Row of(Result result, String href, List<StageHead> heads) {
    List<Sign> signs = heads.stream().map(head -> head.in(result)).toList();
    List<Cost> costs =
        result.exercises().stream().map(ExerciseResult::cost).flatMap(Optional::stream).toList();
    return new Row(
        href,
        Visible.line(result.id()),
        Visible.line(result.name()),
        result.isGraded() ? Optional.of(Mark.outOf20(result)) : Optional.empty(),
        Mark.whole(result),
        signs,
        costs.stream().map(Cost::millis).reduce(Long::sum),
        costs.stream().map(Cost::peakKib).flatMap(Optional::stream).max(Long::compare),
        result.notes().size(),
        has(signs, result));
  }

  private static String has(List<Sign> signs, Result result) {
    TreeSet<String> has = new TreeSet<>();
    signs.forEach(sign -> has.add(sign.style()));
    if (!result.isGraded()) {
      has.add((result.isOutOfTime() ? Sign.OUT_OF_TIME : Sign.NOT_GRADED).style());
    }
    if (!result.notes().isEmpty()) {
      has.add("t");
    }
    return String.join(" ", has);
  }

  /** In seconds, with one decimal; empty where it is not known. */
  public String seconds() {
    return millis.map(Quantity::seconds).orElse("");
  }

  /** In MiB; empty where it is not known. */
  public String mebibytes() {
    return peakKib.map(Quantity::mebibytes).orElse("");
  }
}
