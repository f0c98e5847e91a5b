package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.text.Plain;
import tp6.stage.report.MarkdownReport;

/** A result as Markdown, for a job summary or a comment. */
public final class ResultMarkdown {
  private ResultMarkdown() {}

  public static String of(Result result) {
    List<String> parts = new ArrayList<>();
    parts.add("# %s: %s\n".formatted(code(result.id()), Points.of(result)));
    if (result.isExposed()) {
      parts.add("*" + Sentences.of(result).say("not.isolated") + "*\n");
    }
    if (result.reason().isEmpty()) {
      result.exercises().forEach(exercise -> parts.add(part(result, exercise)));
    } else {
      parts.add(fenced(List.of(Explanation.ofAll(result))));
    }
    List<String> unstable = Stability.lines(result);
    if (!unstable.isEmpty()) {
      parts.add("## " + Sentences.of(result).say("unstable") + "\n\n" + fenced(unstable));
    }
    List<String> notes = NotTaken.of(result);
    if (!notes.isEmpty()) {
      parts.add("## " + Sentences.of(result).say("notes") + "\n\n" + fenced(notes));
    }
    return Plain.text(String.join("\n", parts));
  }

  private static String part(Result result, ExerciseResult exercise) {
    return Explanation.hasStages(exercise)
        ? MarkdownReport.of(exercise.grade(result.settings()))
        : "## %s: %s\n\n".formatted(exercise.exercise(), Points.of(exercise))
            + fenced(Explanation.of(result, exercise));
  }

  /**
   * Inside a line: as code, nothing in it is a link, an image, a mention or the end of the code.
   */
  private static String code(String foreign) {
    String line = Plain.text(foreign).replace("\n", "\\n");
    String ticks = longerThanAnyIn(line, "`");
    return line.isBlank() ? "" : ticks + " " + line + " " + ticks;
  }

  private static String fenced(List<String> lines) {
    String text = String.join("\n", lines);
    String fence = longerThanAnyIn(text, "```");
    return fence + "text\n" + text + "\n" + fence + "\n";
  }

  private static String longerThanAnyIn(String text, String shortest) {
    String ticks = shortest;
    while (text.contains(ticks)) {
      ticks += "`";
    }
    return ticks;
  }
}
