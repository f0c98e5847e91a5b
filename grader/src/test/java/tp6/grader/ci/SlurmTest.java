package tp6.grader.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tp6.grader.Bank;
import tp6.grader.run.NeedsSandbox;

/**
 * The recipe for Slurm, on a cluster of one machine. Where there is no Slurm it is skipped; with
 * {@code TP6_SLURM=required} it fails.
 */
@Tag("jar")
@Tag("once")
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "Slurm runs on Linux")
@Execution(ExecutionMode.CONCURRENT)
class SlurmTest {
  private static final List<String> CLOCKS =
      List.of(
          "right/Recursion",
          "wrong/NeverCloses",
          "wrong/OneDigitHours",
          "right/Channels",
          "wrong/DashesForColons",
          "partial/Step3",
          "right/HelperClasses");

  @TempDir Path folder;

  @Test
  @NeedsSandbox
  void gradesAClassInPartsAsInOnePiece() throws Exception {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "sbatch")));
    assumeTrue(isThere || "required".equals(System.getenv("TP6_SLURM")), "no sbatch");
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "slurm/test.sh",
                Fork.GRADER.toString(),
                makeClass().toString(),
                "4",
                "--exercise",
                "clock")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("TMPDIR", folder.toString());
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, own) -> own + File.pathSeparator + path);

    Process script = builder.start();
    boolean hasEnded = script.waitFor(8, TimeUnit.MINUTES);
    script.destroy();

    assertThat(hasEnded).isTrue();
    assertThat(log)
        .content()
        .endsWith("the same in 4 parts and in one run: 8 submissions\n")
        .contains("submitted: 1 grades in 4 parts");
    assertThat(script.exitValue()).isZero();
    assertThat(ProcessHandle.allProcesses().flatMap(one -> one.info().commandLine().stream()))
        .noneMatch(command -> command.contains(folder.toString()));
  }

  /** Seven that can be graded, and one that does not compile. */
  private Path makeClass() throws Exception {
    StringBuilder list = new StringBuilder("id,path,name,email\n");
    for (String clock : CLOCKS) {
      String id = clock.substring(clock.indexOf('/') + 1);
      Bank.entry("clock/" + clock).copyInto(folder.resolve(id));
      list.append("%s,%1$s,\"A, %1$s\",%1$s@example.org\n".formatted(id));
    }
    new Fork(folder.resolve("Torn"))
        .write("clock/src/main/java/tp6/clock/ClockServer.java", "class ClockServer {");
    return Files.writeString(folder.resolve("class.csv"), list.append("Torn,Torn,,\n"));
  }
}
