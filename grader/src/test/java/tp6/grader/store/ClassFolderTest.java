package tp6.grader.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.report.Nasty;
import tp6.grader.report.Samples;
import tp6.grader.report.Schemas;

@Tag("once")
class ClassFolderTest {
  private static final List<Result> RESULTS =
      List.of(
          Samples.student(
              "alice",
              "Alice Martin",
              "alice@example.org",
              Samples.perfect("clock"),
              Samples.graded("echo-multi", PASSED, PASSED, FAILED)),
          Samples.student(
              "bob",
              "=1+1",
              "",
              Samples.graded("clock", PASSED, FAILED, WAITING),
              Samples.without("echo-multi", Status.DOES_NOT_COMPILE, "")),
          Samples.student(
              "carol",
              "Carol",
              "carol@example.org",
              Samples.perfect("clock"),
              Samples.without("echo-multi", Status.NOT_GRADED, "no room on the disk")),
          Samples.refused("dan", "Dan", "dan@example.org", "holds no exercise"));

  @TempDir private Path out;

  @Test
  void holdsTheClassAsATable() throws IOException {
    ClassFolder.write(
        RESULTS, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("grades.csv"))
        .isEqualTo(
            """
            id,name,email,status,mark,earned,points,clock,echo-multi,clock 1,clock 2,clock 3,echo-multi 1,echo-multi 2,echo-multi 3,reason
            alice,Alice Martin,alice@example.org,graded,14.5,29,40,20,9,2,7,11,2,7,0,
            bob,'=1+1,,graded,1,2,40,2,0,2,0,0,0,0,0,echo-multi: does-not-compile
            carol,Carol,carol@example.org,not-graded,,,40,20,,2,7,11,,,,echo-multi: no room on the disk
            dan,Dan,dan@example.org,not-graded,,,40,,,,,,,,,holds no exercise
            """);
  }

  @Test
  void givesNoMarkWhereThereWasNoTime() throws IOException {
    Path worksheet = out.resolve("sheet.csv");
    String row = "Participant 1,erin@example.org,\n";
    Files.writeString(worksheet, "Identifier,Email address,Grade\n" + row, UTF_8);
    Result late =
        Samples.student(
            "erin",
            "Erin",
            "erin@example.org",
            Samples.perfect("clock"),
            Samples.outOfTime("echo-multi"));

    List<String> remarks =
        ClassFolder.write(
            List.of(late),
            out.resolve("x"),
            Optional.of(worksheet),
            Marking.USUAL,
            Locale.ENGLISH,
            Absentees.NONE);

    assertThat(text("x/grades.csv"))
        .endsWith(
            "erin,Erin,erin@example.org,out-of-time,,,40,20,,2,7,11,,,,echo-multi: out-of-time\n");
    assertThat(text("x/moodle.csv")).endsWith("\nerin@example.org,-,\n");
    assertThat(text("x/sheet.csv")).endsWith("\n" + row);
    assertThat(remarks)
        .containsExactly(
            "sheet.csv, row 2 is left as it is: the computer had no time to grade erin");
    assertThat(Schemas.errors("grades.schema.json", text("x/grades.json"))).isEmpty();
  }

  @Test
  void namesWhatIsNotStableInATableOfItsOwnColumn() throws IOException {
    Result shaky =
        Samples.result(
            "alice",
            Samples.repeated(
                Samples.graded("clock", PASSED, FAILED, WAITING), 2, FAILED, PASSED, FAILED));

    ClassFolder.write(
        List.of(shaky, RESULTS.get(0)),
        out,
        Optional.empty(),
        Marking.USUAL,
        Locale.ENGLISH,
        Absentees.NONE);

    assertThat(text("grades.csv").lines().map(line -> line.replaceAll(".*,(.*,.*)", "$1")))
        .containsExactly("not stable,reason", "clock 2,", ",");
  }

  @Test
  void holdsTheSameTableForFrenchSpreadsheets() throws IOException {
    ClassFolder.write(
        RESULTS, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("grades-semicolon.csv"))
        .startsWith("\uFEFFid;name;email;status;mark;earned;points;clock;echo-multi;clock 1;")
        .contains("\nalice;Alice Martin;alice@example.org;graded;14,5;29;40;20;9;");
  }

  @Test
  void holdsTheClassAsJson() throws IOException {
    ClassFolder.write(
        RESULTS, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("grades.json")).startsWith("{\n  \"schema\" : 1,\n  \"submissions\" : [ {\n");
    assertThat(Schemas.errors("grades.schema.json", text("grades.json"))).isEmpty();
  }

  @Test
  void holdsWhatMoodleImports() throws IOException {
    List<String> remarks =
        ClassFolder.write(
            RESULTS, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("moodle.csv"))
        .isEqualTo(
            """
            Email address,TP 6,Feedback
            alice@example.org,14.5,"clock 20/20, echo-multi 9/20. echo-multi, not passed: 3 closes right after it."
            carol@example.org,-,
            dan@example.org,-,
            """);
    assertThat(remarks)
        .containsExactly("moodle.csv has no row for those without an e-mail address: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1@example.org", "alice", "<a@b>", "a b@c", ""})
  void tellsMoodleOfNobodyItCannotKnow(String email) throws IOException {
    Result result = Samples.student("alice", "Alice", email, Samples.perfect("clock"));

    List<String> remarks =
        ClassFolder.write(
            List.of(result), out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(out.resolve("moodle.csv")).doesNotExist();
    assertThat(remarks).isEmpty();
  }

  @Test
  void holdsTheUnionOfWhatWasGraded() throws IOException {
    List<Result> results =
        List.of(
            Samples.result("alice", Samples.perfect("clock")),
            Samples.result("bob", Samples.perfect("echo-multi")));

    ClassFolder.write(
        results, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("grades.csv"))
        .contains(
            "\nalice,,,graded,20,20,20,20,,2,7,11,,,,\n",
            "\nbob,,,graded,20,20,20,,20,,,,2,7,11,\n");
  }

  @Test
  void keepsTheTableWholeWhateverTheNames() throws IOException {
    List<Result> results =
        Nasty.NAMES.stream().map(name -> Samples.refused(name, name, name, name)).toList();

    ClassFolder.write(
        results, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

    assertThat(text("grades.csv").lines()).hasSize(1 + results.size());
    assertThat(text("grades.csv")).matches(Nasty.VISIBLE);
    assertThat(out.resolve("moodle.csv")).doesNotExist();
  }

  @Test
  void fillsAWorksheetUnderItsName() throws IOException {
    Path worksheet = out.resolve("Notes TP 6.csv");
    Files.writeString(
        worksheet, "Identifier,Email address,Grade\nParticipant 1,alice@example.org,\n", UTF_8);
    Path reports = out.resolve("reports");

    List<String> remarks =
        ClassFolder.write(
            RESULTS.subList(0, 2),
            reports,
            Optional.of(worksheet),
            Marking.USUAL,
            Locale.ENGLISH,
            Absentees.NONE);

    assertThat(reports.resolve("Notes TP 6.csv"))
        .hasContent("Identifier,Email address,Grade\nParticipant 1,alice@example.org,14.5\n");
    assertThat(remarks)
        .containsExactly(
            "moodle.csv has no row for those without an e-mail address: 1",
            "Notes TP 6.csv has no row for bob");
  }

  @Test
  void hasARowForWhomNothingWasHandedIn() throws IOException {
    Absentees absentees =
        new Absentees(
            "sheet.csv",
            List.of(
                new Absentees.Student(7, "Participant 900106", "=Zoé, Noël", "zoe@example.org")),
            false);

    List<String> remarks =
        ClassFolder.write(RESULTS, out, Optional.empty(), Marking.USUAL, Locale.ENGLISH, absentees);

    List<List<String>> rows =
        CsvReader.builder().ofCsvRecord(text("grades.csv")).stream()
            .map(CsvRecord::getFields)
            .toList();
    assertThat(rows).hasSize(RESULTS.size() + 2).allMatch(row -> row.size() == rows.get(0).size());
    List<String> last = rows.get(rows.size() - 1);
    assertThat(last.subList(0, 4))
        .containsExactly("Participant 900106", "'=Zoé, Noël", "zoe@example.org", "not-graded");
    assertThat(last.get(rows.get(0).indexOf("reason"))).isEqualTo("nothing handed in");
    assertThat(last.subList(4, last.size() - 1)).containsOnly("");
    assertThat(text("grades-semicolon.csv").lines().skip(rows.size() - 1))
        .singleElement()
        .asString()
        .startsWith("Participant 900106;'=Zoé, Noël;zoe@example.org;not-graded;");
    assertThat(text("moodle.csv") + text("grades.json")).doesNotContain("zoe@example.org");
    assertThat(remarks).endsWith("sheet.csv has no submission for =Zoé, Noël (row 7)");
  }

  @Test
  void overwritesNoWorksheet() throws IOException {
    Path worksheet = out.resolve("sheet.csv");
    Files.writeString(worksheet, "Identifier,Grade\n", UTF_8);

    assertThatIOException()
        .isThrownBy(
            () ->
                ClassFolder.write(
                    RESULTS,
                    out,
                    Optional.of(worksheet),
                    Marking.USUAL,
                    Locale.ENGLISH,
                    Absentees.NONE))
        .withMessage("its filled copy would overwrite it, move it elsewhere: " + worksheet);
    assertThat(text("sheet.csv")).isEqualTo("Identifier,Grade\n");
  }

  @Test
  void keepsItsOwnFileNames() throws IOException {
    Path worksheet = Files.createDirectory(out.resolve("in")).resolve("Grades.csv");
    Files.writeString(worksheet, "Identifier,Grade\n", UTF_8);

    assertThatIOException()
        .isThrownBy(
            () ->
                ClassFolder.write(
                    RESULTS,
                    out,
                    Optional.of(worksheet),
                    Marking.USUAL,
                    Locale.ENGLISH,
                    Absentees.NONE))
        .withMessage("the grader writes a file of that name, rename it: " + worksheet);
  }

  private String text(String name) throws IOException {
    return Files.readString(out.resolve(name), UTF_8);
  }
}
