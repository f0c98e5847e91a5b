package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.grader.diff.Snippets.withMembers;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.report.Json;
import tp6.grader.report.Samples;
import tp6.grader.report.Schemas;

class DiffJsonTest {
  private static final String SCHEMA = "diff.schema.json";

  private static final String JSON =
      Json.write(
          new DiffReport(
              new Side(
                  "dupont",
                  Optional.of(Samples.result("dupont", Samples.graded("clock", PASSED, FAILED)))),
              new Side("martin", Optional.empty()),
              List.of(
                  Snippets.compare(
                      withMembers("void m(int a) { f(a); g(a); }"),
                      withMembers("void m(int b) { f(b); h(b); }")),
                  Snippets.compare("no Java", withMembers(""))),
              Locale.ENGLISH));

  @Test
  void isWhatTheSchemaSaysAndNoMore() throws Exception {
    assertThat(Schemas.errorsIfClosed(SCHEMA, JSON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schema\" : 1', '\"schema\" : 2'",
    "'\"kind\" : \"same\"', '\"kind\" : \"SAME\"'",
    "'\"kind\" : \"removed\"', '\"kind\" : \"gone\"'",
    "'\"reason\" : \"not-java\"', '\"reason\" : \"NOT_JAVA\"'",
    "'\"renamings\"', '\"renames\"'",
    "'\"earned\" : 2', '\"earned\" : 2.5'",
  })
  void isRefusedByTheSchemaWhereItIsOtherwise(String text, String wrong) {
    assertThat(JSON).contains(text);

    assertThat(Schemas.errors(SCHEMA, JSON.replace(text, wrong))).isNotEmpty();
  }
}
