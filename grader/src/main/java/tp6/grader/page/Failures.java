package tp6.grader.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.page.StageReport.Cause;
import tp6.grader.text.Plain;
import tp6.stage.Event.Kind;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** Gathers who failed which stage, and why, from one result after the other. */
final class Failures {
  private static final int MOST_CAUSES = 12;

  /** What varies where the mistake is the same. */
  private static final Pattern VARYING = Pattern.compile("(?<=\\.java):\\d+|\\d{4,}");

  /** What a program has printed, and the line above it. */
  private static final Pattern PRINTED = Pattern.compile("^  \\| |:$");

  private final Map<StageHead, Counts> stages = new LinkedHashMap<>();
  private int graded;

  private static final class Counts {
    private final Map<List<String>, List<Row>> causes = new HashMap<>();
    private int passed;
    private int failed;
  }

  void add(Result result, Row row) {
    if (!result.isGraded()) {
      return;
    }
    graded++;
    for (ExerciseResult exercise : result.exercises()) {
      for (StageResult stage : exercise.stages()) {
        Counts counts = stages.computeIfAbsent(StageHead.of(exercise, stage), head -> new Counts());
        if (stage.outcome() == Outcome.PASSED) {
          counts.passed++;
        } else if (stage.outcome() == Outcome.FAILED) {
          counts.failed++;
          List<String> cause = stage.story().map(Failures::cause).orElse(List.of("", ""));
          counts.causes.computeIfAbsent(cause, none -> new ArrayList<>()).add(row);
        }
      }
    }
  }

  /** What ended the program or else what went wrong, and where to look or else what came of it. */
  private static List<String> cause(Story story) {
    String failures =
        story.events().stream()
            .filter(event -> event.kind() == Kind.FAILS)
            .map(event -> event.who() + " " + event.text())
            .collect(Collectors.joining("; "));
    String finding =
        story.findings().stream()
            .filter(line -> !PRINTED.matcher(line).find())
            .findFirst()
            .orElse("");
    String what = story.causes().stream().findFirst().orElse(failures);
    return List.of(general(what), general(story.hint().isEmpty() ? finding : story.hint()));
  }

  private static String general(String text) {
    return VARYING
        .matcher(Plain.text(text))
        .replaceAll(part -> part.group().startsWith(":") ? "" : "…");
  }

  /** How the class did at each stage, as far as somebody was graded. */
  Map<StageHead, StageReport> reports() {
    Map<StageHead, StageReport> reports = new LinkedHashMap<>();
    stages.forEach((head, counts) -> reports.put(head, report(head, counts)));
    return reports;
  }

  private StageReport report(StageHead head, Counts counts) {
    List<Cause> causes = new ArrayList<>();
    counts.causes.forEach((cause, rows) -> causes.add(new Cause(cause.get(0), cause.get(1), rows)));
    causes.sort(
        Comparator.<Cause>comparingInt(one -> -one.rows().size()).thenComparing(Cause::what));
    if (causes.size() > MOST_CAUSES) {
      List<Cause> rare = causes.subList(MOST_CAUSES - 1, causes.size());
      Cause all = new Cause("…", "", rare.stream().flatMap(one -> one.rows().stream()).toList());
      rare.clear();
      causes.add(all);
    }
    return new StageReport(
        head,
        percent(counts.passed),
        counts.failed,
        percent(counts.failed),
        graded - counts.passed - counts.failed,
        causes);
  }

  private int percent(int count) {
    return Math.round(100f * count / graded);
  }
}
