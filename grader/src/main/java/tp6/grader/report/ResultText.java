package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.text.Plain;
import tp6.stage.report.TextReport;
import tp6.stage.text.Words;

/** A result for the terminal: the exercises, what was not taken, and the total. */
public final class ResultText {
  private static final int WIDTH = 68;

  private ResultText() {}

  public static String of(Result result) {
    Words words = Sentences.of(result);
    List<String> parts = new ArrayList<>();
    if (result.reason().isEmpty()) {
      result.exercises().forEach(exercise -> parts.add(part(result, exercise)));
    } else {
      parts.add(refused(result));
    }
    List<String> notes = NotTaken.of(result);
    if (!notes.isEmpty()) {
      parts.add(words.say("notes") + "\n" + indented("  ", notes));
    }
    if (result.isExposed()) {
      parts.add(words.say("not.isolated") + "\n");
    }
    if (result.exercises().size() != 1) {
      parts.add(row(words.say("total"), Points.inColumn(result)));
    }
    return Plain.forTerminal(String.join("\n", parts));
  }

  private static String part(Result result, ExerciseResult exercise) {
    return Explanation.hasStages(exercise)
        ? TextReport.of(exercise.grade(result.settings()))
        : row(exercise.exercise(), Points.inColumn(exercise))
            + indented("       ", Explanation.of(result, exercise));
  }

  private static String refused(Result result) {
    StringBuilder text = new StringBuilder();
    result
        .exercises()
        .forEach(exercise -> text.append(row(exercise.exercise(), Points.inColumn(exercise))));
    return text + Explanation.ofAll(result) + "\n";
  }

  /** As the stage kit draws it. */
  public static String row(String left, String right) {
    return left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right + "\n";
  }

  public static String indented(String indent, List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(indent).append(line).append('\n'));
    return text.toString();
  }
}
