package tp6.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tp6.stage.text.Words;

/** A grade as Markdown, for a job summary or a comment. */
public final class MarkdownReport {
  private MarkdownReport() {}

  public static String of(Grade grade) {
    return of(grade, stage -> List.of());
  }

  /** The same, with more lines below the story of each stage that has one. */
  public static String of(Grade grade, Function<StageResult, List<String>> more) {
    Telling telling = new Telling(grade);
    Words words = telling.words();
    StringBuilder text = new StringBuilder();
    text.append("## " + grade.exercise() + ": " + telling.total().strip() + "\n\n");
    text.append(row("", words.say("stage"), words.say("points")));
    text.append(row("--:", "---", "--:"));
    for (StageResult stage : grade.stages()) {
      text.append(row("" + stage.number(), stage.title(), telling.verdict(stage)));
    }
    for (StageResult stage : grade.stages()) {
      List<String> story = new ArrayList<>(telling.story(stage));
      if (!story.isEmpty()) {
        story.addAll(more.apply(stage));
        text.append("\n### " + stage.number() + ". " + stage.title() + "\n\n" + fenced(story));
      }
    }
    telling.remarks().forEach(remark -> text.append("\n").append(remark).append("\n"));
    return text.toString();
  }

  private static String row(String number, String title, String verdict) {
    return ("| " + number + " | " + title + " | " + verdict + " |\n").replaceAll(" +", " ");
  }

  /** A code block that nothing in it can end: its fence is longer than any run of backticks. */
  private static String fenced(List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    return fence + "text\n" + String.join("\n", lines) + "\n" + fence + "\n";
  }
}
