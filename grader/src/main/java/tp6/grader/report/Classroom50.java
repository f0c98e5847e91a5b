package tp6.grader.report;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/** The {@code result.json} of Classroom 50, which says itself whose it is in the environment. */
public final class Classroom50 {
  private static final String UNKNOWN = "unknown";
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ");

  private final Map<String, String> environment;
  private final Clock clock;

  public Classroom50(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  public String of(Result result) {
    String id = result.id().isEmpty() ? UNKNOWN : result.id();
    String commit = given("COMMIT_URL", UNKNOWN);
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("schema", "classroom50/result/v1");
    root.put("classroom", given("CLASSROOM", UNKNOWN));
    root.put("assignment", given("ASSIGNMENT", UNKNOWN));
    root.put("assignment_type", type());
    root.put("owner", given("OWNER", id));
    root.put(
        "submission", given("SUBMISSION_TAG", "submit/" + id, tag -> tag.startsWith("submit/")));
    root.put("commit", commit);
    root.put("release", given("RELEASE_URL", UNKNOWN));
    root.put("review", given("REVIEW_URL", commit));
    root.put("datetime", given("DATETIME", now(), INSTANT.asMatchPredicate()));
    root.put("score", result.earned());
    root.put("max-score", result.points());
    // What is not about the whole belongs here: only a test may have fields of its own.
    ArrayNode tests = root.putArray("tests");
    result.exercises().forEach(exercise -> add(tests, result, exercise));
    return Json.write(root);
  }

  private static void add(ArrayNode tests, Result result, ExerciseResult exercise) {
    StageText texts = new StageText(result, exercise);
    for (StageResult stage : exercise.stages()) {
      ObjectNode test = tests.addObject();
      test.put(
          "test-name", "%s %s: %s".formatted(exercise.exercise(), stage.number(), stage.title()));
      test.put("passed", stage.outcome() == Outcome.PASSED);
      test.put("score", stage.earned());
      test.put("max-score", stage.points());
      test.put("output", texts.of(stage));
      if (result.isExposed()) {
        test.put("isolation", "not isolated");
      }
    }
  }

  /** Its own runner calls it the mode. */
  private String type() {
    Predicate<String> isType = type -> type.equals("individual") || type.equals("group");
    return given("ASSIGNMENT_TYPE", given("MODE", "individual", isType), isType);
  }

  private String now() {
    return DateTimeFormatter.ISO_INSTANT.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private String given(String name, String otherwise) {
    return given(name, otherwise, value -> !value.isEmpty());
  }

  /** What does not fit its place would have the whole file refused: better a placeholder. */
  private String given(String name, String otherwise, Predicate<String> fits) {
    String value = environment.getOrDefault(name, "");
    return fits.test(value) ? value : otherwise;
  }
}
