package tp6.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.stage.report.SourceError;

/** The schemas that are given away say what is written, all of it, and refuse what is not. */
class SchemasTest {
  private static final Result RESULT =
      new Result(
          "dupont",
          "",
          "",
          "",
          "en",
          "42",
          90,
          Optional.of(2),
          "process",
          List.of(
              Samples.repeated(Samples.graded("clock", PASSED, FAILED), 2, FAILED, PASSED, FAILED),
              Samples.without(
                  "weather",
                  Status.DOES_NOT_COMPILE,
                  "",
                  new SourceError("A.java", 0, 0, "x", ""))),
          List.of(new Note("pom.xml", Note.Reason.CHANGED)),
          Optional.of(Instant.parse("2026-11-20T17:00:00Z")),
          Optional.of("0a"),
          Map.of("clock/A.java", "class A {}"));

  @Test
  void knowEveryField() throws Exception {
    assertThat(Schemas.errorsIfClosed("grade.schema.json", Json.write(RESULT))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schema\" : 1', '\"schema\" : 2'",
    "'\"outcome\" : \"passed\"', '\"outcome\" : \"PASSED\"'",
    "'\"id\"', '\"ID\"'",
    "'\"earned\" : 2', '\"earned\" : 2.5'",
  })
  void refuseWhatIsNotWritten(String text, String wrong) {
    String json = Json.write(RESULT).replace(text, wrong);

    assertThat(Schemas.errors("grade.schema.json", json)).isNotEmpty();
    assertThat(
            Schemas.errors(
                "grades.schema.json", "{\"schema\":1,\"submissions\":[%s]}".formatted(json)))
        .isNotEmpty();
  }
}
