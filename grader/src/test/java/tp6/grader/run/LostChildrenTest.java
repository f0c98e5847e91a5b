package tp6.grader.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.Exercises;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.submission.Candidate;

/** What happens to a JVM of the grader's keeps nobody waiting, and costs nobody a mark. */
@Tag("once")
@Isolated("ends processes")
class LostChildrenTest {
  @TempDir Path fork;

  @NeedsSandbox
  @ParameterizedTest
  @CsvSource({"ProberMain, STOP", "ProberMain, KILL", "CompilerMain, KILL"})
  @Timeout(240)
  void isGradedOnceMore(String name, String signal) throws Exception {
    assertThat(gradedAfter(Isolation.BWRAP, name, signal).earned()).isEqualTo(20);
  }

  @Test
  @Timeout(240)
  void waitsForNoCompilerThatStandsStill() throws Exception {
    Result result = gradedAfter(Isolation.PROCESS, "CompilerMain", "STOP");

    assertThat(result.earned()).isEqualTo(20);
  }

  private Result gradedAfter(Isolation isolation, String name, String signal) throws Exception {
    Path source = fork.resolve(Exercises.CLOCK.studentFile());
    Files.createDirectories(source.getParent());
    Files.copy(Path.of("..").resolve(Exercises.CLOCK.studentFile()), source);
    Rules rules =
        new Rules(
            List.of(Exercises.CLOCK),
            Locale.ENGLISH,
            "1",
            Duration.ofSeconds(300),
            OptionalInt.empty(),
            "17",
            isolation);
    try (Grader grader = new Grader(rules, 1)) {
      CompletableFuture<Result> result =
          grader.gradeFiles(new Candidate("disturbed", fork, "", ""));
      ProcessHandle one =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> running(name), Optional::isPresent)
              .get();
      new ProcessBuilder("kill", "-" + signal, Long.toString(one.pid())).start().waitFor();
      return result.join();
    }
  }

  private static Optional<ProcessHandle> running(String name) {
    return ProcessHandle.current().descendants().filter(one -> isJvmOf(one, name)).findFirst();
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
