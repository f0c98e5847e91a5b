package tp6.grader.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tp6.grader.grade.Cost;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.report.Points;
import tp6.stage.text.Visible;

/**
 * A submission in the table of a class.
 *
 * @param href of the student's page
 * @param mark empty where there is none
 * @param parts one for each exercise of the class
 * @param seconds that running the stages took, with one decimal; empty where none were run
 * @param mebibytes the most memory of its JVMs; empty where it is not known
 * @param notTaken how many files
 * @param has what can be asked for: the styles of its signs, and t where a file was not taken
 */
public record Row(
    String href,
    String id,
    String name,
    Optional<Mark> mark,
    List<Part> parts,
    String seconds,
    String mebibytes,
    int notTaken,
    String has) {

  /** An exercise: its points, and a sign for each stage of the class. */
  public record Part(String earned, List<Sign> signs) {}

  static Row of(Result result, Marking marking, String href, Map<String, List<StageHead>> heads) {
    List<Part> parts = new ArrayList<>();
    heads.forEach((name, stages) -> parts.add(part(result, name, stages)));
    List<Cost> costs =
        result.exercises().stream().map(ExerciseResult::cost).flatMap(Optional::stream).toList();
    return new Row(
        href,
        Visible.line(result.id()),
        Visible.line(result.name()),
        marking.mark(result),
        parts,
        costs.stream()
            .map(Cost::millis)
            .reduce(Long::sum)
            .map(millis -> String.format(Locale.ROOT, "%.1f", millis / 1000.0))
            .orElse(""),
        costs.stream()
            .flatMap(cost -> cost.peakKib().stream())
            .max(Long::compare)
            .map(kib -> Long.toString(Math.round(kib / 1024.0)))
            .orElse(""),
        result.notes().size(),
        has(parts, result));
  }

  private static Part part(Result result, String name, List<StageHead> stages) {
    return result
        .exercise(name)
        .map(one -> new Part(Points.earned(one), stages.stream().map(s -> s.in(one)).toList()))
        .orElseGet(() -> new Part("", stages.stream().map(stage -> Sign.NOT_RUN).toList()));
  }

  private static String has(List<Part> parts, Result result) {
    TreeSet<String> has = new TreeSet<>();
    parts.forEach(part -> part.signs().forEach(sign -> has.add(sign.style())));
    if (!result.isGraded()) {
      has.add((result.isOutOfTime() ? Sign.OUT_OF_TIME : Sign.NOT_GRADED).style());
    }
    if (!result.notes().isEmpty()) {
      has.add("t");
    }
    return String.join(" ", has);
  }

  /** As a number; a dash where there is none. */
  public String number() {
    return mark.map(Mark::number).orElse("–");
  }

  /** How the mark is made of points, where that is not as usual, one line each. */
  public List<String> rules() {
    return mark.map(Mark::rules).orElse(List.of());
  }

  /** What the mark owes to the lecturer, one line each. */
  public List<String> decisions() {
    return mark.map(Mark::decisions).orElse(List.of());
  }

  /** The name, or what stands for it. */
  public String title() {
    return name.isEmpty() ? id : name;
  }
}
