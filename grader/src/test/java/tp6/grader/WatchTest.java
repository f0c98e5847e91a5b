package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --watch}, as a student sees it. */
@Tag("slow")
class WatchTest {
  @TempDir Path fork;
  private Path screen;
  private Process watching;

  @BeforeEach
  void start() throws IOException {
    save("clock/wrong/NeverCloses");
    screen = fork.resolve("screen.txt");
    watching =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "tp6.grader.cli.Main",
                "check",
                fork.toString(),
                "--exercise",
                "clock",
                "--lang",
                "en",
                "--out",
                fork.resolve("grade").toString(),
                "--watch")
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile())
            .start();
  }

  @AfterEach
  void end() throws InterruptedException {
    watching.destroy();
    watching.waitFor();
  }

  @Test
  void tellsWhatASavedFileHasChangedAndNoMore() throws IOException {
    awaitScreen("Ctrl-C ends.");
    assertThat(Files.readString(screen)).contains("17 / 20", "hint:");

    String seen = Files.readString(screen);
    save("clock/right/Recursion");
    awaitScreen("20 / 20");
    awaitNext(seen);
    assertThat(Files.readString(screen).substring(seen.length()).strip().replaceAll(" +", " "))
        .matches(
            """
            \\d\\d:\\d\\d:\\d\\d ClockServer.java was saved: grading …
            clock 20 / 20
             17 points before; a stage that is not named here is as it was
             4 closes the connection right after it 3 / 3


            \\d\\d:\\d\\d:\\d\\d Save a source, and it is graded again. Ctrl-C ends.""");

    seen = Files.readString(screen);
    Path source = fork.resolve(Exercises.CLOCK.studentFile());
    Files.writeString(source, Files.readString(source) + "// a remark\n");
    awaitScreen("as before");
    assertThat(Files.readString(screen).substring(seen.length()))
        .doesNotContain("answers a client");

    Files.writeString(source, Files.readString(source) + "}\n");
    awaitScreen("It does not compile");
    assertThat(fork.resolve("grade/grade.json")).content().contains("does-not-compile");
  }

  private void save(String solution) throws IOException {
    Path target = fork.resolve(Exercises.CLOCK.studentFile());
    Files.createDirectories(target.getParent());
    Files.copy(Bank.entry(solution).file(), target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What is waited for is said once more. */
  private void awaitNext(String seen) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(screen).substring(seen.length()).contains("Ctrl-C ends."));
  }

  private void awaitScreen(String text) {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.readString(screen).contains(text));
  }
}
