package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One line names the folder that is full, and what is next. */
class FullDiskTest {
  @TempDir Path folder;

  @Command(name = "grade")
  static final class Grade {
    @Option(names = "--out")
    private Path out;

    @Option(names = "--resume")
    private boolean isResumed;
  }

  @Command(name = "merge")
  static final class Merge {
    @Option(names = "--out")
    private Path out;
  }

  private String told(Object command, String language, Exception failure) throws Exception {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setErr(new PrintWriter(err, true));
    line.parseArgs("--out", folder.resolve("grades").toString());
    assertThat(new Complaints(Locale.forLanguageTag(language)).about(line, failure)).isEqualTo(1);
    return err.toString().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "en, No space left on device, has no room left: make room there",
    "en, Disk quota exceeded, the same command with --resume",
    "fr, No space left on device, il n'y a plus de place dans",
    "fr, There is not enough space on the disk, relancez la même commande avec --resume"
  })
  void isNamed(String language, String message, String part) throws Exception {
    for (Exception failure :
        new Exception[] {
          new IOException(message),
          new UncheckedIOException(new FileSystemException("x", null, message))
        }) {
      assertThat(told(new Grade(), language, failure))
          .startsWith("grader: ")
          .contains(folder.resolve("grades").toString())
          .contains(part)
          .hasLineCount(1);
    }
  }

  @Test
  void promisesNoResumingWhereThereIsNone() throws Exception {
    assertThat(told(new Merge(), "en", new IOException("No space left on device")))
        .isEqualTo(
            "grader: %s has no room left: make room there, and run the same command again"
                .formatted(folder.resolve("grades")));
  }

  @Test
  void isNoOtherFailure() throws Exception {
    assertThat(told(new Grade(), "en", new IOException("broken pipe")))
        .isEqualTo("grader: broken pipe");
  }
}
