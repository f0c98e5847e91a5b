package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/**
 * The {@code results.json} that a Gradescope autograder leaves behind. Without scores it gives no
 * mark, and Gradescope says that the autograder has failed.
 */
public final class Gradescope {
  private Gradescope() {}

  public static String of(Result result) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    if (result.isGraded()) {
      root.put("score", result.earned());
    }
    root.put("output", output(result));
    root.put("output_format", "text");
    root.put("test_output_format", "text");
    root.put("test_name_format", "text");
    root.put("visibility", "visible");
    root.put("stdout_visibility", "hidden");
    ArrayNode tests = root.putArray("tests");
    for (int i = 0; i < result.exercises().size(); i++) {
      ExerciseResult exercise = result.exercises().get(i);
      StageText texts = new StageText(result, exercise);
      for (StageResult stage : exercise.stages()) {
        ObjectNode test = tests.addObject();
        if (result.isGraded()) {
          test.put("score", stage.earned());
          test.put("max_score", stage.points());
        }
        describe(test, i + 1, exercise, stage, texts.of(stage));
      }
    }
    return Json.write(root);
  }

  private static void describe(
      ObjectNode test, int index, ExerciseResult exercise, StageResult stage, String text) {
    test.put("status", stage.outcome() == Outcome.PASSED ? "passed" : "failed");
    test.put("name", exercise.exercise() + ": " + stage.title());
    test.put("number", index + "." + stage.number());
    test.put("output", text);
    test.put("visibility", "visible");
  }

  /** What is not about a stage. */
  private static String output(Result result) {
    List<String> lines = new ArrayList<>();
    if (!result.isGraded() && result.reason().isEmpty()) {
      lines.add(Sentences.of(result).say("no.mark", GradeTable.reason(result)));
    }
    if (result.isExposed()) {
      lines.add(Sentences.of(result).say("not.isolated"));
    }
    if (!result.reason().isEmpty()) {
      lines.add(Explanation.ofAll(result));
    }
    if (!result.notes().isEmpty()) {
      lines.add(Sentences.of(result).say("notes"));
      lines.addAll(NotTaken.of(result));
    }
    return Plain.text(String.join("\n", lines));
  }
}
