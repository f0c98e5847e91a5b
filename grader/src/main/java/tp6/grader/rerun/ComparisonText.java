package tp6.grader.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tp6.grader.report.ResultText;
import tp6.grader.report.Sentences;
import tp6.grader.text.Plain;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A comparison for the terminal: who moved, and below it what that amounts to. */
public final class ComparisonText {
  private static final String STORY = "       ";

  private final Comparison comparison;
  private final Words words;

  private ComparisonText(Comparison comparison, Locale language) {
    this.comparison = comparison;
    this.words = Sentences.in(language);
  }

  /** In a language; titles and stories stay in that of the results. */
  public static String of(Comparison comparison, Locale language) {
    ComparisonText text = new ComparisonText(comparison, language);
    List<String> parts = new ArrayList<>();
    comparison.moved().forEach(move -> parts.add(text.move(move)));
    parts.add(text.counts());
    parts.add(text.titled("compare.stages", text.stages()));
    parts.add(text.titled("compare.settings", text.settings()));
    parts.removeIf(String::isEmpty);
    return Plain.forTerminal(String.join("\n", parts));
  }

  private String move(Comparison.Move move) {
    String name = move.name().isEmpty() ? "" : " (" + Visible.line(move.name()) + ")";
    StringBuilder text = new StringBuilder();
    text.append(
        ResultText.row(
            Visible.line(move.id()) + name,
            "%d -> %d / %d".formatted(move.before(), move.after(), move.points())));
    for (StageMove stage : move.stages()) {
      text.append(ResultText.row("  " + stage.label(), stage.points()));
      if (!stage.why().isEmpty()) {
        text.append(STORY).append(stage.why()).append('\n');
      }
      if (!stage.unstable().isEmpty()) {
        text.append(STORY).append(words.say("compare.unstable", stage.unstable())).append('\n');
      }
    }
    return text.toString();
  }

  private String counts() {
    long up = comparison.moved().stream().filter(move -> move.gained() > 0).count();
    long down = comparison.moved().stream().filter(move -> move.gained() < 0).count();
    long otherwise = comparison.moved().size() - up - down;
    long same = comparison.compared() - comparison.moved().size();
    return words.say("compare.counts", comparison.compared(), same, up, down, otherwise)
        + "\n"
        + names("compare.missing", comparison.missing())
        + names("compare.added", comparison.added());
  }

  private String names(String key, List<String> ids) {
    String all = ids.stream().map(Visible::line).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "" : words.say(key, ids.size(), all) + "\n";
  }

  private List<String> stages() {
    Map<String, int[]> counts = new TreeMap<>();
    comparison.moved().stream()
        .flatMap(move -> move.stages().stream())
        .filter(StageMove::isAboutPoints)
        .forEach(
            stage ->
                counts
                    .computeIfAbsent(stage.label(), label -> new int[2])[
                    stage.earnedAfter() < stage.earnedBefore() ? 0 : 1]++);
    return counts.entrySet().stream()
        .map(
            entry ->
                words.say(
                    "compare.stage", entry.getValue()[0], entry.getValue()[1], entry.getKey()))
        .toList();
  }

  private List<String> settings() {
    return comparison.settings().stream()
        .map(change -> words.say("compare.setting", change.name(), change.before(), change.after()))
        .toList();
  }

  private String titled(String key, List<String> lines) {
    return lines.isEmpty() ? "" : words.say(key) + "\n" + ResultText.indented("  ", lines);
  }
}
