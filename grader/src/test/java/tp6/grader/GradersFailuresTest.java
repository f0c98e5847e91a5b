package tp6.grader;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.run.NeedsSandbox;

/**
 * What fails in the middle of a class of right solutions is never theirs: each has its 20 points,
 * or no mark at all until the run is resumed.
 */
@Tag("once")
@Tag("jar")
@EnabledOnOs(OS.LINUX)
class GradersFailuresTest {
  private static final int SIZE = 12;
  private static final String COMPILER = "tp6.grader.compile.CompilerMain";
  private static final String PROGRAM = "tp6.stage.host.Host";

  @TempDir Path folder;
  private JarRun grader;

  @BeforeEach
  void makeTheClass() throws IOException {
    for (int i = 0; i < SIZE; i++) {
      Path fork = folder.resolve("class/student%02d".formatted(i));
      Path file = fork.resolve(Exercises.CLOCK.studentFile());
      Files.createDirectories(file.getParent());
      Files.copy(Project.solution(Exercises.CLOCK), file);
    }
    grader = new JarRun(folder);
  }

  @Test
  void aCompilerIsKilled() throws Exception {
    Process run = startAndWaitForSome();

    patiently()
        .until(
            () -> {
              programs(run, COMPILER).forEach(ProcessHandle::destroyForcibly);
              return hasAFailure(run);
            });

    requireNoMarkBelow20(run, "the compiler");
    requireAllAfterResuming();
  }

  /** As the kernel does where memory is short. What is run again, alone, has its points. */
  @Test
  void programsAreKilled() throws Exception {
    Process run = startAndWaitForSome();

    for (int i = 0; i < 2; i++) {
      ProcessHandle program =
          patiently()
              .until(() -> programs(run, PROGRAM).findFirst(), Optional::isPresent)
              .orElseThrow();
      program.destroyForcibly();
      patiently().until(() -> !program.isAlive());
    }

    assertThat(grader.end(run)).as(grader.screen()).isZero();
    assertThat(JarRun.marks(folder.resolve("out")).values())
        .hasSize(SIZE)
        .containsOnly("graded:20");
  }

  @Test
  @NeedsSandbox
  void theDiskIsFull() throws Exception {
    String room = Integer.toString(90 << 20);
    grader
        .inside("bwrap", "--dev-bind", "/", "/", "--size", room, "--tmpfs", "/mnt", "--")
        .option("-Djava.io.tmpdir=/mnt");
    Process run = startAndWaitForSome();
    ProcessHandle inside = programs(run, "tp6.grader.cli.Main").findFirst().orElseThrow();
    Path filler = Path.of("/proc/" + inside.pid() + "/root/mnt/filler");

    patiently()
        .until(
            () -> {
              fill(filler);
              return hasAFailure(run);
            });
    Files.delete(filler);

    requireNoMarkBelow20(run, "Not graded:");
    requireAllAfterResuming();
  }

  /** As where the system's JDK is replaced by a newer one meanwhile. */
  @Test
  void theJdkGoesAway() throws Exception {
    Path jdk = folder.resolve("jdk é 17");
    OddPlacesTest.copyTheJdk(jdk);
    Path launcher = jdk.resolve("bin/java");
    Path away = jdk.resolve("bin/away");
    grader.java(launcher).with("LC_ALL", "C.UTF-8");
    Process run = startAndWaitForSome();

    Files.move(launcher, away);
    patiently()
        .until(
            () -> {
              programs(run, COMPILER).forEach(ProcessHandle::destroyForcibly);
              return hasAFailure(run);
            });
    Files.move(away, launcher);

    requireNoMarkBelow20(run, "jdk é 17/bin/java");
    requireAllAfterResuming();
  }

  /** Java ends then, in the middle of whatever it does; what was graded by then counts. */
  @Test
  void theGraderItselfRunsOutOfMemory() throws Exception {
    Process run = startAndWaitForSome();
    long grading = programs(run, "tp6.grader.cli.Main").findFirst().orElse(run.toHandle()).pid();
    String[] noMore = {"prlimit", "--pid", Long.toString(grading), "--as=1:"};

    assertThat(new ProcessBuilder(noMore).inheritIO().start().waitFor()).isZero();

    assertThat(grader.end(run)).as(grader.screen()).isNotZero();
    assertThat(folder.resolve("out/grades.csv")).doesNotExist();
    for (Path result : results().toList()) {
      assertThat(result).content().contains("\"earned\" : 20").doesNotContain("not-graded");
    }
    requireAllAfterResuming();
  }

  private Process startAndWaitForSome() throws IOException {
    Process run = grader.start(grade());
    patiently().until(() -> results().count() >= 3 || !run.isAlive());
    assertThat(run.isAlive()).as(grader.screen()).isTrue();
    return run;
  }

  private static String[] grade(String... more) {
    String[] grade = {"grade", "class", "--out", "out", "--exercise", "clock", "--lang", "en"};
    return Stream.of(grade, new String[] {"--isolation", "process"}, more)
        .flatMap(Stream::of)
        .toArray(String[]::new);
  }

  private static ConditionFactory patiently() {
    return await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(4));
  }

  private static Stream<ProcessHandle> programs(Process run, String mainClass) {
    return run.descendants()
        .filter(
            one -> one.info().commandLine().filter(line -> line.contains(mainClass)).isPresent());
  }

  private Stream<Path> results() throws IOException {
    Path submissions = folder.resolve("out/submissions");
    if (!Files.isDirectory(submissions)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.list(submissions)) {
      return all.map(one -> one.resolve("grade.json")).filter(Files::exists).toList().stream();
    }
  }

  private boolean hasAFailure(Process run) throws IOException {
    for (Path result : results().toList()) {
      if (Files.readString(result).contains("\"not-graded\"")) {
        return true;
      }
    }
    return !run.isAlive();
  }

  /** Until there is no room left, what others have freed meanwhile included. */
  private static void fill(Path file) throws IOException {
    byte[] piece = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file, CREATE, APPEND)) {
      while (true) {
        out.write(piece);
      }
    } catch (NoSuchFileException e) {
      // The run is over, and its place with it.
      assertThat(file).doesNotExist();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private void requireNoMarkBelow20(Process run, String reason) throws Exception {
    assertThat(grader.end(run)).as(grader.screen()).isEqualTo(1);
    assertThat(grader.screen()).contains("Not graded:", reason);
    assertThat(JarRun.marks(folder.resolve("out")).values())
        .hasSize(SIZE)
        .contains("graded:20", "not-graded:")
        .containsOnly("graded:20", "not-graded:");
  }

  private void requireAllAfterResuming() throws Exception {
    assertThat(grader.run(grade("--resume"))).as(grader.screen()).isZero();
    assertThat(grader.screen()).contains(" of 12 submissions are done already");
    assertThat(JarRun.marks(folder.resolve("out")).values())
        .hasSize(SIZE)
        .containsOnly("graded:20");
  }
}
