package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Bank;
import tp6.grader.Exercises;

/** An evening of marking: some are graded again, marks are decided, all is handed back. */
@Tag("once")
class AgainTest {
  private static final String CURIE = "Marie Curie_900110_assignsubmission_file";

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void gradesAgainWhatChangedAndKeepsWhatWasDecided() throws IOException {
    for (String student : List.of("fork2", "fork10", CURIE)) {
      Bank.entry("clock/partial/Step1").copyInto(folder.resolve("forks").resolve(student));
    }
    assertThat(grade()).isZero();
    assertThat(rows()).extracting(row -> row.get(0)).containsExactly(CURIE, "fork2", "fork10");
    Path grades = folder.resolve("grades");
    String before = Files.readString(grades.resolve("submissions/fork10/grade.json"));

    Files.delete(folder.resolve("forks/fork2").resolve(Exercises.CLOCK.studentFile()));
    Bank.entry("clock/partial/Step2").copyInto(folder.resolve("forks/fork2"));
    Path decisions = Files.writeString(folder.resolve("mine.csv"), "fork10,clock,12,spoke well\n");
    assertThat(grade("--changed", "--marking", decisions.toString())).isZero();

    assertThat(err.toString())
        .contains("graded again, another hand-in: fork2", "2 of 3 submissions are done already");
    assertThat(grades.resolve("submissions/fork10/grade.json")).hasContent(before);
    assertThat(mark("fork2")).isGreaterThan(mark(CURIE));
    assertThat(mark("fork10")).isEqualTo(12);
    for (String file : List.of("grades.csv", "report/index.html")) {
      assertThat(grades.resolve(file)).content().contains("→ 12 (spoke well)");
    }

    assertThat(grade("--only", "fork10")).isZero();
    assertThat(err.toString())
        .contains("2 of 3 submissions are done already")
        .doesNotContain("another hand-in");
    assertThat(mark("fork10")).isEqualTo(12);
    try (ZipFile zip = new ZipFile(grades.resolve("feedback.zip").toFile())) {
      String folder = CURIE + "_/";
      assertThat(zip.stream().map(Object::toString))
          .containsExactly(folder + "grade.html", folder + "grade.md");
      byte[] page = zip.getInputStream(zip.getEntry(folder + "grade.html")).readAllBytes();
      assertThat(new String(page, UTF_8))
          .contains("class ClockServer")
          .doesNotContain("fork2", "fork10", "index.html");
    }

    assertThat(grade("--only", "durand")).isEqualTo(2);
    assertThat(err.toString()).contains("--only: nobody in the class has the id durand");
  }

  private int grade(String... more) {
    err.getBuffer().setLength(0);
    String[] all =
        Stream.concat(
                Stream.of("grade", folder.resolve("forks").toString(), "--out"),
                Stream.concat(
                    Stream.of(folder.resolve("grades").toString(), "--exercise", "clock"),
                    Stream.concat(
                        Stream.of("--isolation", "process", "--seed", "7"), Stream.of(more))))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), all);
  }

  private List<List<String>> rows() throws IOException {
    return Files.readAllLines(folder.resolve("grades/grades.csv")).stream()
        .skip(1)
        .map(line -> List.of(line.split(",")))
        .toList();
  }

  private double mark(String id) throws IOException {
    return rows().stream()
        .filter(row -> row.get(0).equals(id))
        .mapToDouble(row -> Double.parseDouble(row.get(4)))
        .findFirst()
        .orElseThrow();
  }
}
