package tp6.grader.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.report.ResultText;
import tp6.grader.report.Samples;
import tp6.grader.report.Schemas;
import tp6.grader.report.Summary;
import tp6.grader.store.ClassFolder;
import tp6.grader.store.ResultFolder;

/** Every report of somebody else's program that ran without a sandbox says so, in its own way. */
class IsolationTest {
  private static final String SENTENCE =
      "Graded without isolation: the program could reach what the grader can reach.";
  private static final Result KEPT =
      Samples.student("1", "Ann", "ann@example.org", Samples.graded("clock", PASSED, FAILED));
  private static final Result EXPOSED = Samples.exposed(KEPT);

  @TempDir private Path folder;

  @Test
  void isToldInEveryFile() throws IOException {
    Map<String, String> files = files(EXPOSED);

    assertThat(files.keySet())
        .containsExactly(
            "TEST-clock.xml",
            "grade.json",
            "grade.md",
            "grades-semicolon.csv",
            "grades.csv",
            "grades.json",
            "moodle.csv",
            "result.json",
            "results.json",
            "worksheet.csv");
    assertThat(files)
        .allSatisfy(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .containsAnyOf(SENTENCE, "not isolated", "\"isolation\" : \"process\""));
    assertThat(files.get("grades.csv")).contains(",reason,isolation\n", ",,not isolated\n");
    assertThat(files.get("TEST-clock.xml"))
        .contains("<property name=\"isolation\" value=\"not isolated\"/>");
    assertThat(files.get("moodle.csv")).contains("2 sends the time as HH:mm:ss. " + SENTENCE);
  }

  @Test
  void isToldOnTheTerminal() {
    assertThat(ResultText.of(EXPOSED)).contains("\n" + SENTENCE + "\n");
    assertThat(Summary.of(List.of(EXPOSED))).contains("\n" + SENTENCE + "\n");
    assertThat(ResultText.of(Samples.french(EXPOSED))).doesNotContain("isolation");
    assertThat(ResultText.of(Samples.exposed(Samples.french(KEPT))))
        .contains("Évalué sans isolation : le programme pouvait");
  }

  @Test
  void isNoWordWhereTheProgramIsOnesOwn() throws IOException {
    assertThat(files(KEPT))
        .allSatisfy(
            (name, text) ->
                assertThat(text.replace("\"isolation\" : \"own\"", ""))
                    .as(name)
                    .doesNotContain("isola"));
    assertThat(ResultText.of(KEPT) + Summary.of(List.of(KEPT))).doesNotContain("isola");
  }

  @Test
  void leavesTheFilesWhatTheirReadersTake() throws IOException {
    Map<String, String> files = files(EXPOSED);

    assertThat(Schemas.errors("gradescope.schema.json", files.get("results.json"))).isEmpty();
    assertThat(Schemas.errors("classroom50.schema.json", files.get("result.json"))).isEmpty();
  }

  /** All there are, by name. */
  private Map<String, String> files(Result result) throws IOException {
    Path worksheet = Files.createDirectories(folder.resolve("in")).resolve("worksheet.csv");
    Files.writeString(worksheet, "Identifier,Grade,Feedback comments\nParticipant 1,,\n", UTF_8);
    Path out = folder.resolve("out");
    ResultFolder.write(result, out);
    ClassFolder.write(
        List.of(result),
        out,
        Optional.of(worksheet),
        Marking.USUAL,
        Locale.ENGLISH,
        Absentees.NONE);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(out)) {
      all.forEach(file -> files.put(file.getFileName().toString(), text(file)));
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
