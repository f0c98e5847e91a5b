package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tp6.grader.grade.Result;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.text.Plain;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A class on one screen, for the instructor's terminal. */
public final class Summary {
  private static final int LONGEST_BAR = 40;

  private final List<Result> results;
  private final List<Result> graded;
  private final List<Mark> marks;
  private final Words words;

  private Summary(List<Result> results, Marking marking, Words words) {
    this.results = results;
    this.marks = results.stream().map(marking::mark).flatMap(Optional::stream).toList();
    this.graded = results.stream().filter(Result::isGraded).toList();
    this.words = words;
  }

  public static String of(List<Result> results) {
    return of(results, Marking.USUAL, Sentences.of(results));
  }

  /** In words that need not be those of the results. */
  public static String of(List<Result> results, Marking marking, Words words) {
    Summary summary = new Summary(results, marking, words);
    List<String> parts = new ArrayList<>();
    parts.add(summary.counts());
    parts.add(summary.titled("summary.marks", summary.marks()));
    parts.add(summary.titled("summary.stages", MostFailed.of(summary.graded)));
    parts.add(summary.titled("unstable", summary.unstable()));
    parts.add(summary.titled("summary.not.graded", summary.notGraded()));
    parts.add(summary.titled("summary.out.of.time", summary.outOfTime()));
    parts.removeIf(String::isEmpty);
    return Plain.forTerminal(String.join("\n", parts));
  }

  private String counts() {
    int notes = results.stream().mapToInt(result -> result.notes().size()).sum();
    int ungraded = results.size() - graded.size();
    String counts = words.say("summary.counts", results.size(), graded.size(), ungraded) + "\n";
    String exposed =
        results.stream().anyMatch(Result::isExposed) ? words.say("not.isolated") + "\n" : "";
    return counts + (notes == 0 ? "" : words.say("summary.notes", notes) + "\n") + exposed;
  }

  /** Nothing where there are no lines. */
  private String titled(String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : lines.stream()
            .map(line -> "  " + line + "\n")
            .collect(Collectors.joining("", words.say(title) + "\n", ""));
  }

  /** A bar for each whole mark, from the best down to the worst there is. */
  private List<String> marks() {
    TreeMap<Integer, Long> counts =
        marks.stream()
            .collect(Collectors.groupingBy(Mark::twentieth, TreeMap::new, Collectors.counting()));
    List<String> bars = new ArrayList<>();
    if (!counts.isEmpty()) {
      long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
      for (int mark = counts.lastKey(); mark >= counts.firstKey(); mark--) {
        bars.add(bar(mark, counts.getOrDefault(mark, 0L), most));
      }
    }
    return bars;
  }

  /** One sign for each, unless they are too many for that. */
  private static String bar(int mark, long count, long most) {
    long length = most <= LONGEST_BAR ? count : (count * LONGEST_BAR + most - 1) / most;
    return String.format(Locale.ROOT, "%2d  %s %d", mark, "#".repeat((int) length), count)
        .replaceAll(" +0$", "");
  }

  private List<String> unstable() {
    return results.stream()
        .flatMap(
            result ->
                Stability.lines(result).stream()
                    .map(line -> Visible.line(result.id()) + "  " + line))
        .toList();
  }

  private List<String> notGraded() {
    return results.stream()
        .filter(result -> !result.isGraded() && !result.isOutOfTime())
        .map(result -> Visible.line(result.id()) + "  " + Visible.line(GradeTable.reason(result)))
        .toList();
  }

  /** Who, and in which exercises. */
  private List<String> outOfTime() {
    return results.stream()
        .filter(Result::isOutOfTime)
        .map(result -> Visible.line(result.id()) + "  " + String.join(", ", result.lacking()))
        .toList();
  }
}
