package tp6.grader.report;

import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** An exercise as Surefire writes it: a suite, and in it a test case for each stage. */
public final class JUnitXml {
  private static final String NOT_ISOLATED =
      """
        <properties>
          <property name="isolation" value="not isolated"/>
        </properties>
      """;

  private final boolean isExposed;
  private final ExerciseResult exercise;
  private final StageText texts;
  private final StringBuilder cases = new StringBuilder();
  private int errors;
  private int skipped;
  private int failures;

  private JUnitXml(Result result, ExerciseResult exercise) {
    this.isExposed = result.isExposed();
    this.exercise = exercise;
    this.texts = new StageText(result, exercise);
  }

  public static String of(Result result, ExerciseResult exercise) {
    return new JUnitXml(result, exercise).write();
  }

  private String write() {
    exercise.stages().forEach(this::add);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="%s" time="0" tests="%s" errors="%s" skipped="%s" failures="%s">
        %s%s</testsuite>
        """
        .formatted(
            escape(exercise.exercise()),
            exercise.stages().size(),
            errors,
            skipped,
            failures,
            isExposed ? NOT_ISOLATED : "",
            cases);
  }

  private void add(StageResult stage) {
    String start =
        "  <testcase name=\"%s\" classname=\"%s\" time=\"0\""
            .formatted(escape(stage.number() + ". " + stage.title()), escape(exercise.exercise()));
    String inside = inside(stage);
    cases.append(start);
    cases.append(inside.isEmpty() ? "/>\n" : ">\n    " + inside + "\n  </testcase>\n");
  }

  private String inside(StageResult stage) {
    String text = texts.of(stage);
    if (stage.outcome() == Outcome.PASSED) {
      return "";
    }
    if (texts.standsForAll(stage)) {
      errors++;
      return problem("error", texts.headline(stage), exercise.status().name(), text);
    }
    if (stage.outcome() == Outcome.FAILED || stage.outcome() == Outcome.NOT_STARTED) {
      failures++;
      return problem("failure", texts.headline(stage), stage.outcome().name(), text);
    }
    skipped++;
    return "<skipped message=\"%s\"/>".formatted(escape(text));
  }

  private static String problem(String element, String headline, String type, String text) {
    return "<%1$s message=\"%2$s\" type=\"%3$s\">%4$s</%1$s>"
        .formatted(element, escape(headline), type, escape(text));
  }

  /** Characters that XML has no place for, not even escaped, become visible text. */
  private static String escape(String text) {
    return Plain.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
