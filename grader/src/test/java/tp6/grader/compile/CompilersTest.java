package tp6.grader.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.compile.Compilation.DidNotCompile;

/** What is the sources' fault, and what is not. */
class CompilersTest {
  @TempDir Path folder;
  private Compilers compilers;

  @BeforeEach
  void begin() {
    compilers = compilers(List.of());
  }

  private Compilers compilers(List<String> around) {
    return new Compilers(
        1,
        System.getProperty("java.class.path"),
        folder,
        "17",
        java -> new ProcessBuilder(Stream.concat(around.stream(), java.stream()).toList()));
  }

  @AfterEach
  void end() {
    compilers.close();
  }

  /** As where a disk is full: nothing can be written. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void saysOfNoSourceThatItsClassCouldNotBeWritten() {
    compilers = compilers(List.of("sh", "-c", "ulimit -f 0; exec \"$@\"", "sh"));

    assertThatIOException()
        .isThrownBy(() -> compile("class A {}"))
        .withMessage("the compiler ended without an answer, exit status 1");
  }

  @Test
  void saysOfASourceThatTheNameOfItsClassIsTooLong() throws IOException {
    Compilation compilation = compile("class A { class %s {} }".formatted("x".repeat(300)));

    assertThat(compilation)
        .isInstanceOfSatisfying(
            DidNotCompile.class,
            failed ->
                assertThat(failed.errors().get(0).message())
                    .startsWith("error while writing A.xxx"));
  }

  private Compilation compile(String source) throws IOException {
    return compilers.compile(Map.of("A.java", source.getBytes(UTF_8)), folder.resolve("a"));
  }
}
