package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Packed;
import tp6.grader.process.Folders;

/** A run that is resumed knows what it has graded. */
@Tag("once")
@Timeout(180)
class ResumeTest {
  @TempDir Path folder;
  private Map<String, byte[]> right;
  private Map<String, byte[]> wrong;

  @BeforeEach
  void handIn() throws IOException {
    right = Packed.bank("clock/right/Recursion", folder);
    wrong = Packed.bank("clock/wrong/NeverCloses", folder);
    Packed.folder(folder.resolve("class/anna"), right);
    Packed.folder(folder.resolve("class/bob"), wrong);
  }

  /** What it says beside the progress. */
  private String grade(String... more) throws IOException {
    StringWriter err = new StringWriter();
    List<String> command =
        new ArrayList<>(List.of("grade", folder.resolve("class").toString(), "--lang", "en"));
    command.addAll(List.of("--out", folder.resolve("g").toString(), "--exercise", "clock"));
    command.addAll(List.of("--isolation", "process", "--seed", "7"));
    command.addAll(List.of(more));
    Main.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        command.toArray(String[]::new));
    return err.toString();
  }

  private String mark(String id) throws IOException {
    return Files.readAllLines(folder.resolve("g/grades.csv")).stream()
        .filter(line -> line.startsWith(id + ","))
        .map(line -> line.split(",")[4])
        .findFirst()
        .orElse("none");
  }

  @Test
  void gradesAgainWhatWasHandedInAgain() throws IOException {
    grade();
    String first = mark("bob");
    assertThat(first).isNotEqualTo("20");

    Packed.folder(folder.resolve("class/bob"), right);
    String said = grade("--resume");

    assertThat(said)
        .contains("graded again, another hand-in: bob", "1 of 2 submissions are done already")
        .doesNotContain("another hand-in: anna");
    assertThat(mark("bob")).isEqualTo("20");

    assertThat(grade("--resume")).contains("2 of 2 submissions are done already");
  }

  @Test
  void keepsWhatIsTheSameInAnotherFormAndForgetsNothing() throws IOException {
    grade();
    Folders.delete(folder.resolve("class/anna"));
    Packed.zip(folder.resolve("class/anna.zip"), right);
    Folders.delete(folder.resolve("class/bob"));
    Files.createDirectories(folder.resolve("class/bob"));

    assertThat(grade("--resume"))
        .contains("graded again, another hand-in: bob", "1 of 2 submissions are done already");

    assertThat(mark("anna")).isEqualTo("20");
    assertThat(mark("bob")).as("nothing is handed in any more").isEmpty();
  }

  @Test
  void namesWhoIsGone() throws IOException {
    assertThat(grade()).doesNotContain("no longer handed in");
    assertThat(grade("--resume")).doesNotContain("no longer handed in");
    Folders.delete(folder.resolve("class/bob"));

    assertThat(grade("--resume").lines().filter(line -> line.contains("no longer handed in")))
        .singleElement()
        .asString()
        .endsWith(": bob");
    assertThat(mark("bob")).isEqualTo("none");
    assertThat(mark("anna")).isEqualTo("20");
  }
}
