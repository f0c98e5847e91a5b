package tp6.stage;

import java.util.List;

/** A grade as Markdown, for a job summary or a comment. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String of(Grade grade) {
    Telling telling = new Telling(grade);
    Words words = telling.words();
    StringBuilder text = new StringBuilder();
    text.append("## %s: %s\n\n".formatted(grade.exercise(), telling.total().strip()));
    text.append(
        "| | %s | %s |\n|--:|---|--:|\n".formatted(words.say("stage"), words.say("points")));
    for (StageResult stage : grade.stages()) {
      String verdict = telling.verdict(stage).strip().replaceAll(" +", " ");
      text.append("| %d | %s | %s |\n".formatted(stage.number(), stage.title(), verdict));
    }
    for (StageResult stage : grade.stages()) {
      List<String> story = telling.story(stage);
      if (!story.isEmpty()) {
        text.append("\n### %d. %s\n\n%s".formatted(stage.number(), stage.title(), fenced(story)));
      }
    }
    telling.remarks().forEach(remark -> text.append("\n").append(remark).append("\n"));
    return text.toString();
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
