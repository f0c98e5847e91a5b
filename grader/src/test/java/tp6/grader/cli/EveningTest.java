package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Packed;

/**
 * A class of 40 through an evening of marking: Moodle's download comes in as one zip, is graded,
 * decided on, graded again for one, and handed back. All marks were computed by hand.
 */
@Tag("once")
@Timeout(600)
class EveningTest {
  private static final int LATE = 5;
  private static final int NOTHING = 6;
  private static final int WINDOWS = 7;
  private static final int EMPTY = 9;
  private static final int AGAIN = 12;

  /** Whoever is not named here has 20 in clock, and 20 in echo-single. */
  private static final Map<Integer, List<String>> ODD =
      Map.of(
          // (18 + 20) / 40 * 20
          2,
          List.of("clock/wrong/DiesOfAReset", "echo-single/right/Channels", "19", "19"),
          // 20, of which one day costs a tenth: two have begun, and one is free.
          LATE,
          List.of("clock/right/Recursion", "echo-single/right/Channels", "18", "18"),
          // (17 + 20) / 40 * 20; then clock is 19 by decision: (19 + 20) / 40 * 20
          8,
          List.of("clock/wrong/NeverCloses", "echo-single/right/Channels", "18.5", "19.5"),
          // (18 + 18) / 40 * 20; handed in again, (20 + 18) / 40 * 20
          AGAIN,
          List.of(
              "clock/wrong/MonthForMinute", "echo-single/wrong/BlankAfterThePrefix", "18", "19"),
          // (20 + 19) / 40 * 20
          13,
          List.of("clock/right/Recursion", "echo-single/wrong/Ascii", "19.5", "19.5"),
          // (0 + 20) / 40 * 20; then the mark is 12 by decision.
          14,
          List.of("", "echo-single/right/Channels", "10", "12"));

  private static final List<String> USUAL =
      List.of("clock/right/Recursion", "echo-single/right/Channels", "20", "20");

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void accountsForEachOfTheClass() throws IOException {
    Files.writeString(
        folder.resolve("marking.properties"),
        "late.due = %s\nlate.grace = 1\nlate.percent = 10\n"
            .formatted(Packed.THEN.plus(Duration.ofDays(1))));
    Files.writeString(
        folder.resolve("marking.csv"),
        "id,exercise,points,comment\n%s,clock,19,explained it well\n%s,mark,12,agreed\n"
            .formatted(id(8), id(14)));
    Files.writeString(folder.resolve("sheet.csv"), sheet());
    download(ODD.get(AGAIN).get(0));

    grade("--moodle-worksheet", file("sheet.csv"), "--marking", file("marking.properties"));
    requireMarks(2);

    String others = measured();
    download("clock/right/Recursion");
    // The worksheet and the rules are kept from the first time.
    grade("--marking", file("marking.csv"), "--only", id(AGAIN));
    requireMarks(3);
    assertThat(measured()).as("of all others").isEqualTo(others);
    assertThat(err.toString()).contains("38 of 39 submissions are done already");
    requireFeedback();
  }

  private static String name(int student) {
    return Map.of(0, "Zoé NOËL", 1, "Jean MARTIN", 2, "Jean MARTIN")
        .getOrDefault(student, "Élève Numéro" + student);
  }

  private static String id(int student) {
    return name(student) + "_" + (900_100 + student) + "_assignsubmission_file";
  }

  private static List<String> odd(int student) {
    return ODD.getOrDefault(student, USUAL);
  }

  /** What Moodle makes of all that was handed in. */
  private void download(String clockOfOne) throws IOException {
    Path zip = folder.resolve("download.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int student = 0; student < 40; student++) {
        String clock = student == AGAIN ? clockOfOne : odd(student).get(0);
        Map<String, byte[]> files = new TreeMap<>();
        if (student == EMPTY) {
          files.put("rapport.pdf", "%PDF".getBytes(UTF_8));
        } else if (student != NOTHING) {
          files.putAll(packed(student, solution(clock, odd(student).get(1))));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          ZipEntry entry = new ZipEntry(id(student) + "/" + file.getKey());
          Duration after = Duration.ofHours(student == LATE ? 60 : 0);
          entry.setTime(Packed.THEN.plus(after).toEpochMilli());
          out.putNextEntry(entry);
          out.write(file.getValue());
        }
      }
    }
  }

  private Map<String, byte[]> solution(String clock, String echo) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(Packed.bank(echo, folder));
    if (!clock.isEmpty()) {
      files.putAll(Packed.bank(clock, folder));
    }
    return files;
  }

  /** Some hand in an archive, and the others what is in it. */
  private Map<String, byte[]> packed(int student, Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolve("tp6.zip");
    if (student == WINDOWS) {
      Packed.zipOfWindows(zip, Packed.in("TP réseau à rendre", files));
    } else if (student % 3 == 0) {
      return Packed.in("TP 6", files);
    } else {
      Packed.zip(zip, files);
    }
    return Map.of("tp6.zip", Files.readAllBytes(zip));
  }

  private static String sheet() {
    return IntStream.range(0, 40)
        .mapToObj(i -> "Participant %d,%s,,20.00,Yes,\n".formatted(900_100 + i, name(i)))
        .collect(
            Collectors.joining(
                "",
                "Identifier,Full name,Grade,Maximum Grade,Grade can be changed,Feedback comments\n",
                ""));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void grade(String... more) {
    err.getBuffer().setLength(0);
    List<String> command =
        new ArrayList<>(List.of("grade", file("download.zip"), "--out", file("grades")));
    command.addAll(List.of("--exercise", "clock,echo-single", "--isolation", "process"));
    command.addAll(List.of("--lang", "en", "--seed", "7"));
    command.addAll(List.of(more));
    int status =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            command.toArray(String[]::new));
    assertThat(status).as(err.toString()).isEqualTo(ExitStatus.NOT_GRADED);
  }

  private static boolean hasMark(int student) {
    return student != NOTHING && student != EMPTY;
  }

  /** In the table, in the worksheet, and in what a student reads. */
  private void requireMarks(int column) throws IOException {
    Map<String, String> table = column("grades/grades.csv", "id", "mark");
    Map<String, String> filled = column("grades/sheet.csv", "Identifier", "Grade");
    Map<String, String> names = column("grades/grades.csv", "id", "name");
    assertThat(table)
        .hasSize(40)
        .doesNotContainKey(id(NOTHING))
        .containsEntry("Participant " + (900_100 + NOTHING), "")
        .containsEntry(id(EMPTY), "");
    assertThat(filled).hasSize(40);
    for (int i = 0; i < 40; i++) {
      String mark = hasMark(i) ? odd(i).get(column) : "";
      assertThat(filled).containsEntry("Participant " + (900_100 + i), mark);
      if (hasMark(i)) {
        assertThat(table).containsEntry(id(i), mark);
        assertThat(names).containsEntry(id(i), name(i));
      }
    }
  }

  private Map<String, String> column(String file, String key, String value) throws IOException {
    Map<String, String> column = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
      for (NamedCsvRecord row : rows) {
        assertThat(column.put(row.getField(key), row.getField(value))).isNull();
      }
    }
    return column;
  }

  /**
   * The zip for Moodle: one folder for each who has a mark, and the mark on top with its reasons.
   */
  private void requireFeedback() throws IOException {
    try (ZipFile zip = new ZipFile(file("grades/feedback.zip"))) {
      assertThat(zip.size()).isEqualTo(2 * 38);
      for (int i = 0; i < 40; i++) {
        ZipEntry entry = zip.getEntry(id(i) + "_/grade.md");
        assertThat(entry != null).as(id(i)).isEqualTo(hasMark(i));
        if (hasMark(i)) {
          String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
          assertThat(text).startsWith("**" + odd(i).get(3) + " / 20**");
          assertThat(text.contains("days late: 0 → 2")).as(id(i)).isEqualTo(i == LATE);
          assertThat(text.contains("clock: 17 → 19 (explained it well)")).isEqualTo(i == 8);
          assertThat(text.contains("10 → 12 (agreed)")).isEqualTo(i == 14);
        }
      }
    }
  }

  /** What was measured of all but the one who is graded again, and when. */
  private String measured() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("grades/submissions"))) {
      for (Path file : files.filter(file -> file.endsWith("grade.json")).sorted().toList()) {
        if (!file.toString().contains("_" + (900_100 + AGAIN) + "_")) {
          all.append(Files.getLastModifiedTime(file)).append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
