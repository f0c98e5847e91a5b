package tp6.grader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.run.NeedsSandbox;

/** What happens to a JVM of the grader's keeps nobody waiting, and costs nobody a mark. */
@Tag("once")
@Tag("jar")
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class LostChildrenTest {
  @TempDir Path folder;

  @NeedsSandbox
  @ParameterizedTest
  @CsvSource({"ProberMain, STOP", "ProberMain, KILL", "CompilerMain, KILL"})
  void isGradedOnceMore(String name, String signal) throws Exception {
    requireAllPointsAfter("bwrap", name, signal);
  }

  @Test
  void waitsForNoCompilerThatStandsStill() throws Exception {
    requireAllPointsAfter("process", "CompilerMain", "STOP");
  }

  private void requireAllPointsAfter(String isolation, String name, String signal)
      throws Exception {
    Path source = folder.resolve("class/disturbed").resolve(Exercises.CLOCK.studentFile());
    Files.createDirectories(source.getParent());
    Files.copy(Project.solution(Exercises.CLOCK), source);
    JarRun grader = new JarRun(folder);
    String[] command = {"grade", "class", "--out", "out", "--exercise", "clock", "--jobs", "1"};

    Process run = grader.start(with(command, "--lang", "en", "--isolation", isolation));
    ProcessHandle one =
        await()
            .pollInterval(Duration.ofMillis(20))
            .atMost(Duration.ofMinutes(4))
            .until(() -> running(run, name), Optional::isPresent)
            .get();
    new ProcessBuilder("kill", "-" + signal, Long.toString(one.pid())).start().waitFor();

    assertThat(grader.end(run)).as(grader.screen()).isZero();
    assertThat(JarRun.marks(folder.resolve("out"))).isEqualTo(Map.of("disturbed", "graded:20"));
    assertThat(one.isAlive()).isFalse();
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static Optional<ProcessHandle> running(Process run, String name) {
    return run.descendants().filter(one -> isJvmOf(one, name)).findFirst();
  }

  private static boolean isJvmOf(ProcessHandle process, String name) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      String[] words = new String(line, ISO_8859_1).split("\0");
      return words[0].endsWith("java")
          && List.of(words).stream().anyMatch(one -> one.endsWith(name));
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }
}
