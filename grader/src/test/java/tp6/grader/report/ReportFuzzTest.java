package tp6.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.Worksheet;
import tp6.grader.moodle.WorksheetFilling;
import tp6.grader.process.Folders;
import tp6.grader.store.ClassFolder;
import tp6.grader.store.ResultFolder;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Note;
import tp6.stage.Event;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;
import tp6.stage.report.StageResult;
import tp6.stage.setting.Seed;

/** Whatever a student has written, sent or printed: each report is what its readers take. */
class ReportFuzzTest {
  private static final Pattern FORMULA = Pattern.compile("(?s)[\\s\\p{Z}\"]*[=+\\-@].*");
  private static final Pattern CODE_BLOCK =
      Pattern.compile("(?ms)^(`{3,})text$.*?^ {0,3}\\1`*\\s*?$");
  private static final long LARGEST = 8 << 20;

  @TempDir Path folder;

  @Test
  void writesFilesThatItsReadersTake() {
    Fuzz.times(
        80,
        garbage -> {
          Result result = result(garbage);
          ResultFolder.write(result, folder, environment(garbage), Clock.systemUTC());

          for (ExerciseResult exercise : result.exercises()) {
            Document xml = xml(folder.resolve("TEST-" + exercise.exercise() + ".xml"));
            assertThat(xml.getElementsByTagName("testcase").getLength())
                .isEqualTo(exercise.stages().size());
          }
          assertThat(errors("grade.schema.json", "grade.json")).isEmpty();
          assertThat(errors("gradescope.schema.json", "results.json")).isEmpty();
          assertThat(Files.exists(folder.resolve("result.json"))).isEqualTo(result.isGraded());
          if (result.isGraded()) {
            assertThat(errors("classroom50.schema.json", "result.json")).isEmpty();
          }
          requireFenced(text("grade.md"));
          assertThat(ResultFolder.read(folder)).contains(result);
          requireBounded();
        });
  }

  /** Outside of code blocks there is nothing of a student's but an id, in a line of its own. */
  private static void requireFenced(String markdown) {
    assertThat(markdown).matches(Nasty.VISIBLE);
    assertThat(CODE_BLOCK.matcher(markdown).replaceAll("").lines().skip(1))
        .allSatisfy(line -> assertThat(line).doesNotContain("<", "`", "@", "![", "]("));
  }

  @Test
  void writesTablesInWhichNothingIsAFormula() {
    Fuzz.times(
        80,
        garbage -> {
          List<Result> results = garbage.some(5, () -> result(garbage));
          ClassFolder.write(
              results, folder, Optional.empty(), Marking.USUAL, Locale.ENGLISH, Absentees.NONE);

          List<String> names = new ArrayList<>(List.of("grades.csv", "grades-semicolon.csv"));
          if (Files.exists(folder.resolve("moodle.csv"))) {
            names.add("moodle.csv");
          }
          for (String name : names) {
            requireTable(folder.resolve(name), name.contains("semicolon") ? ';' : ',');
          }
          assertThat(errors("grades.schema.json", "grades.json")).isEmpty();
          assertThat(Summary.of(results)).matches(Nasty.VISIBLE).doesNotContain("\n::");
          requireBounded();
        });
  }

  private void requireTable(Path file, char separator) throws IOException {
    try (CsvReader<CsvRecord> lines =
        CsvReader.builder().detectBomHeader(true).fieldSeparator(separator).ofCsvRecord(file)) {
      List<CsvRecord> rows = lines.stream().toList();
      assertThat(rows).allMatch(row -> row.getFieldCount() == rows.get(0).getFieldCount());
      for (CsvRecord row : rows) {
        assertThat(row.getFields())
            .filteredOn(cell -> !cell.equals("-"))
            .allSatisfy(cell -> assertThat(cell).doesNotMatch(FORMULA).matches(Nasty.VISIBLE));
      }
    }
  }

  @Test
  void tellsAnythingOnATerminal() {
    Fuzz.times(
        100,
        garbage -> {
          Result result = result(garbage);

          assertThat(ResultText.of(result)).matches(Nasty.VISIBLE).doesNotContain("\n::");
        });
  }

  @Test
  void fillsAnyWorksheetOrNone() {
    Path file = folder.resolve("worksheet.csv");
    Fuzz.times(
        300,
        garbage -> {
          byte[] sheet = sheet(garbage).getBytes(UTF_8);
          Files.write(file, garbage.chance(30) ? garbage.mutated(sheet) : sheet);
          try {
            Worksheet worksheet = Worksheet.read(file);
            Result result = Samples.result("1", Samples.perfect("clock"));
            String filled =
                WorksheetFilling.of(
                        worksheet,
                        List.of(result),
                        Marking.USUAL,
                        Sentences.of(result),
                        Absentees.NONE)
                    .text();
            Path again = Files.writeString(folder.resolve("again.csv"), filled);
            requireSameButFilled(Worksheet.read(file), Worksheet.read(again));
          } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("worksheet.csv is");
          }
        });
  }

  private static String sheet(Garbage garbage) {
    String separator = garbage.oneOf(List.of(",", ";", "\t"));
    List<String> lines = new ArrayList<>();
    lines.add(String.join(separator, "Identifier", "Grade", "Maximum Grade", garbage.text(50)));
    lines.addAll(
        garbage.some(
            6,
            () ->
                String.join(
                    separator, "Participant 1", garbage.text(60), "20", garbage.text(500))));
    return String.join(garbage.oneOf(List.of("\n", "\r\n", "\r")), lines);
  }

  /** Row by row: nothing but a grade has changed, and each cell stands where it stood. */
  private static void requireSameButFilled(Worksheet before, Worksheet after) {
    List<List<String>> rows = new ArrayList<>(before.rows());
    rows.removeIf(List.of("")::equals);
    assertThat(after.rows()).hasSameSizeAs(rows);
    int changed = 0;
    for (int row = 0; row < rows.size(); row++) {
      assertThat(after.rows().get(row)).hasSameSizeAs(rows.get(row));
      for (int i = 0; i < rows.get(row).size(); i++) {
        changed += after.rows().get(row).get(i).equals(rows.get(row).get(i)) ? 0 : 1;
      }
    }
    assertThat(changed).isLessThanOrEqualTo(2);
  }

  /** As of a part that was graded where a student's program may have written to it. */
  @Test
  void readsAGradeOrNone() {
    Fuzz.times(
        200,
        garbage -> {
          String json = Json.write(result(garbage));
          Files.writeString(folder.resolve("grade.json"), garbage.mutated(json), UTF_8);
          Files.writeString(
              folder.resolve("run.json"), garbage.mutated("{\"exercises\":[]}"), UTF_8);
          try {
            Optional<Result> read = ResultFolder.read(folder);
            if (read.isPresent()) {
              ClassFolder.write(
                  List.of(read.get()),
                  folder,
                  Optional.empty(),
                  Marking.USUAL,
                  Locale.ENGLISH,
                  Absentees.NONE);
              assertThat(ResultText.of(read.get())).matches(Nasty.VISIBLE);
            }
            assertThat(new RunFolder(folder).run()).isNotNull();
          } catch (IOException | UncheckedIOException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  @Test
  void hasAFolderForAnyId() {
    Fuzz.times(
        150,
        garbage -> {
          Result result = result(garbage);
          RunFolder run = new RunFolder(folder.resolve("run"));
          Files.createDirectories(folder.resolve("run/submissions"));
          run.write(result);

          assertThat(run.read(result.id())).contains(result);
          assertThat(run.strangers(List.of(result.id()))).isEmpty();
          try (Stream<Path> children = Files.list(folder)) {
            assertThat(children).containsExactly(folder.resolve("run"));
          }
          Folders.delete(folder.resolve("run"));
        });
  }

  private static Map<String, String> environment(Garbage garbage) {
    return garbage.chance(50)
        ? Map.of()
        : Map.of(
            "CLASSROOM", garbage.text(99),
            "ASSIGNMENT_TYPE", garbage.text(99),
            "SUBMISSION_TAG", garbage.text(99),
            "DATETIME", garbage.text(99));
  }

  private static Result result(Garbage garbage) {
    List<ExerciseResult> exercises = new ArrayList<>();
    for (String name : List.of("weather", "clock")) {
      exercises.add(
          new ExerciseResult(
              name,
              garbage.oneOf(Status.values()),
              garbage.text(300),
              List.of(stage(1, garbage), stage(2, garbage)),
              garbage.some(60, () -> diagnostic(garbage))));
    }
    return new Result(
        garbage.text(300),
        garbage.text(300),
        garbage.chance(50) ? garbage.text(300) : "a@" + garbage.text(20),
        garbage.chance(70) ? "" : garbage.text(300),
        garbage.chance(50) ? "en" : "fr",
        Seed.of("fuzz", garbage.text(20)),
        90,
        Optional.empty(),
        garbage.oneOf(List.of("own", "process", "bwrap")),
        exercises,
        garbage.some(50, () -> new Note(garbage.text(1000), garbage.oneOf(Note.Reason.values()))),
        garbage.chance(50) ? Optional.empty() : Optional.of(Instant.MAX),
        garbage.chance(50) ? Optional.empty() : Optional.of(garbage.text(99)),
        Map.of("clock/A.java", garbage.text(9999)));
  }

  private static StageResult stage(int number, Garbage garbage) {
    Outcome outcome = garbage.oneOf(Outcome.values());
    Story story =
        new Story(
            garbage.some(3, () -> garbage.text(300)),
            garbage.some(21, () -> garbage.text(300)),
            garbage.some(15, () -> event(garbage)),
            garbage.some(8, () -> garbage.text(300)),
            garbage.text(300));
    return new StageResult(
        number,
        "accepts a client",
        10,
        List.of(),
        outcome,
        garbage.chance(80) ? Optional.of(story) : Optional.empty());
  }

  /** Who and when is the tests' own; what is said comes from elsewhere. */
  private static Event event(Garbage garbage) {
    List<String> names = List.of("Alice", "server", "Bob", "Zoé", "client 17");
    int at = Math.abs(garbage.number() % 90_000);
    return new Event(
        garbage.oneOf(Event.Kind.values()),
        garbage.chance(50) ? at : at / 2,
        at,
        garbage.oneOf(names),
        garbage.chance(50) ? "" : garbage.oneOf(names),
        garbage.text(300));
  }

  private static SourceError diagnostic(Garbage garbage) {
    return new SourceError(
        garbage.text(99), 3, garbage.number(), garbage.text(999), garbage.text(9999));
  }

  private void requireBounded() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
    }
  }

  private List<?> errors(String schema, String name) throws IOException {
    return Schemas.errors(schema, text(name));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name), UTF_8);
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }
}
