package tp6.stage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.stage.text.Words;

/** What a beginner breaks, and what is said of it. */
class SourceCheckTest {
  private static final String SERVER =
      """
      package tp6.clock;

      import java.net.ServerSocket;
      import tp6.common.Server;

      public final class ClockServer implements Server {
        private final ServerSocket listener = null;

        @Override
        public int port() {
          return 1;
        }

        @Override
        public void serve() {}

        @Override
        public void close() {}
      }
      """;

  @TempDir private Path project;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = project.resolve("clock/src/main/java/tp6/clock/ClockServer.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SERVER);
  }

  @Test
  void hasNothingAgainstASolution() throws IOException {
    assertThat(errors()).isEmpty();
  }

  @Test
  void tellsFileLineAndSource() throws IOException {
    replace("return 1;", "return 1");

    assertThat(errors().get(0).lines(Locale.ENGLISH))
        .containsExactly(
            "clock/src/main/java/tp6/clock/ClockServer.java:11:13: ';' expected", "  | return 1");
  }

  @Test
  void namesAGivenMethodThatIsGone() throws IOException {
    replace("  @Override\n  public int port() {\n    return 1;\n  }\n\n", "");

    assertThat(errors().get(0).lines(Locale.ENGLISH))
        .anySatisfy(
            line -> assertThat(line).startsWith("  hint: port() is missing from ClockServer: "));
    assertThat(errors().get(0).lines(Locale.FRENCH))
        .anySatisfy(
            line -> assertThat(line).startsWith("  piste : port() manque dans ClockServer : "));
  }

  @Test
  void namesALostImport() throws IOException {
    replace("import java.net.ServerSocket;\n", "");

    assertThat(errors().get(0).lines(Locale.ENGLISH))
        .anySatisfy(line -> assertThat(line).endsWith(": import java.net.ServerSocket;"));
  }

  @ParameterizedTest
  @CsvSource({
    "\uFEFF, an invisible mark",
    "\u00A0, a no-break space",
    "\u201C, Java does not know this character",
  })
  void tellsACharacterThatNobodySees(String character, String told) throws IOException {
    replace("return 1", character + "return 1");

    assertThat(errors().get(0).lines(Locale.ENGLISH))
        .anySatisfy(line -> assertThat(line).startsWith("  hint: ").contains(told));
  }

  @ParameterizedTest
  @CsvSource({
    "class ClockServer, class Clockserver, call the class ClockServer",
    "void serve(), static void serve(), take that word away",
    "close() {}, close() {, a closing brace is missing",
    "return 1;, return other(); } Clock() {, a constructor has no type",
  })
  void tellsTheNextStepAfterASlip(String text, String by, String told) throws IOException {
    replace(text, by);

    assertThat(errors().get(0).lines(Locale.ENGLISH))
        .anySatisfy(line -> assertThat(line).startsWith("  hint: ").contains(told));
    assertThat(errors().get(0).lines(Locale.FRENCH)).anyMatch(line -> line.startsWith("  piste :"));
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Path module = project.resolve("clock");
    Words words = Words.of(Locale.ENGLISH);
    assertThatNoException()
        .isThrownBy(() -> SourceCheck.requireFile(module, "tp6.clock.ClockServer", words));
    Files.delete(file);

    assertThatThrownBy(() -> SourceCheck.requireFile(module, "tp6.clock.ClockServer", words))
        .hasMessage("there is no file clock/src/main/java/tp6/clock/ClockServer.java");
  }

  @Test
  void guessesNoImportThatThereIsNot() {
    assertThat(said("cannot find symbol; symbol: class Zxy"))
        .containsExactly("cannot find symbol; symbol: class Zxy");
    assertThat(said("cannot find symbol; symbol: variable UTF_8"))
        .containsExactly(
            "cannot find symbol; symbol: variable UTF_8",
            "  hint: above the class, beside the other imports, there has to be:"
                + " import static java.nio.charset.StandardCharsets.UTF_8;");
  }

  private static List<String> said(String message) {
    return new SourceError("", 0, 0, message, "").lines(Locale.ENGLISH);
  }

  @Test
  void compilesInPlaceOfWhatWasThere() throws IOException {
    Path old = project.resolve("clock/target/classes/tp6/clock/Old.class");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "no class");

    Sources.of(project.resolve("clock")).compile();

    assertThat(old).doesNotExist();
    assertThat(old.resolveSibling("ClockServer.class")).exists();
  }

  private List<SourceError> errors() throws IOException {
    return Sources.of(project.resolve("clock")).errors();
  }

  private void replace(String text, String by) throws IOException {
    assertThat(SERVER).contains(text);
    Files.writeString(file, SERVER.replace(text, by));
  }
}
