package tp6.grader.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.compile.Compilation.Compiled;
import tp6.grader.compile.Compilation.DidNotCompile;

/** What is the sources' fault, and what is not. */
class CompilersTest {
  @TempDir Path folder;
  private Compilers compilers;

  @BeforeEach
  void begin() {
    compilers =
        new Compilers(
            1, System.getProperty("java.class.path"), folder, "17", java -> new ProcessBuilder(java));
  }

  @AfterEach
  void end() {
    compilers.close();
  }

  @Test
  void saysOfNoSourceThatItsClassCouldNotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("full/classes/A.class"));

    assertThatIOException()
        .isThrownBy(() -> compile("full", "A", "class A {}"))
        .withMessage("the compiler was ended from outside, exit status 1");

    assertThat(compile("empty", "A", "class A {}")).isInstanceOf(Compiled.class);
  }

  @Test
  void saysOfASourceThatTheNameOfItsClassIsTooLong() throws IOException {
    Compilation compilation = compile("long", "A", "class A { class %s {} }".formatted("x".repeat(300)));

    assertThat(compilation)
        .isInstanceOfSatisfying(
            DidNotCompile.class,
            failed -> assertThat(failed.errors().get(0).message()).contains("name too long"));
  }

  private Compilation compile(String where, String name, String source) throws IOException {
    return compilers.compile(Map.of(name + ".java", source.getBytes(UTF_8)), folder.resolve(where));
  }
}
