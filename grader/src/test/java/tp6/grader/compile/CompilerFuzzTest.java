package tp6.grader.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.compile.Compilation.DidNotCompile;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.stage.report.SourceError;

/**
 * A compiler that a source has made its own may answer anything: no more comes of it than errors,
 * or no answer at all.
 */
class CompilerFuzzTest {
  private static final Pattern LINE = Pattern.compile("\\P{C}*");
  private static final int LONGEST = 65_535;

  @TempDir Path folder;

  @Test
  void makesOneLineOfAnyMessage() {
    Fuzz.times(
        1000,
        garbage -> {
          SourceError error = diagnostic(garbage);

          assertThat(List.of(error.file(), error.message(), error.source()))
              .allSatisfy(text -> assertThat(text).matches(LINE).hasSizeLessThanOrEqualTo(201));
        });
  }

  private static SourceError diagnostic(Garbage garbage) {
    return new SourceError(
        garbage.text(300),
        garbage.number(),
        garbage.number(),
        garbage.text(LONGEST),
        garbage.text(LONGEST));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void believesNoCompilerMoreThanIsPlausible() {
    Path answer = folder.resolve("answer");
    Fuzz.times(
        100,
        garbage -> {
          Files.write(answer, answer(garbage));
          try (Compilers compilers = new Compilers(1, "", folder, "17", java -> saying(answer))) {
            if (compilers.compile(Map.of(), folder) instanceof DidNotCompile failed) {
              assertThat(failed.errors()).hasSizeBetween(1, 50);
            }
          } catch (IOException e) {
            assertThat(e.getMessage()).contains("compiler");
          }
        });
  }

  /** Answers once it is asked, and ends. */
  private static ProcessBuilder saying(Path answer) {
    return new ProcessBuilder("sh", "-c", "head -c 1 >/dev/null; cat \"$0\"", answer.toString());
  }

  private static byte[] answer(Garbage garbage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int errors = garbage.size(80);
    out.writeBoolean(garbage.chance(20));
    out.writeInt(garbage.chance(30) ? garbage.number() : errors);
    for (int i = 0; i < errors; i++) {
      out.writeUTF(garbage.text(300));
      out.writeLong(garbage.number());
      out.writeLong(garbage.number());
      out.writeUTF(garbage.text(3000));
      out.writeUTF(garbage.text(3000));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream framed = new DataOutputStream(all);
    framed.writeBoolean(garbage.chance(90));
    framed.writeInt(1);
    framed.writeInt(garbage.chance(90) ? bytes.size() : garbage.number());
    framed.write(bytes.toByteArray());
    return garbage.chance(50) ? garbage.mutated(all.toByteArray()) : all.toByteArray();
  }
}
