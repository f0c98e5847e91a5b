package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Folders;
import tp6.grader.run.HandIns;

/** What cannot be cleared away is told in the language of the run. */
class LeftFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"en, temporary files are left in", "fr, des fichiers temporaires restent dans"})
  void areToldInTheLanguageOfTheRun(Locale language, String sentence) throws IOException {
    Path archive = folder.resolve("class.zip");
    String file = "_assignsubmission_file/" + Exercises.CLOCK.studentFile();
    Packed.zip(archive, Map.of("Anna_1" + file, new byte[1], "Bob_2" + file, new byte[1]));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, UTF_8));
    Path scratch;
    try (HandIns handIns = new HandIns(Isolation.PROCESS, 1, language)) {
      scratch = handIns.unpackedClass(archive).orElseThrow().getParent().getParent();
      Folders.delete(scratch);
      Files.createFile(scratch);
    } finally {
      System.setErr(before);
    }
    Files.delete(scratch);

    assertThat(said.toString(UTF_8)).contains(sentence + " " + scratch);
  }
}
