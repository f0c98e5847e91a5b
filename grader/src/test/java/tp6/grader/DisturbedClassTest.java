package tp6.grader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.run.NeedsSandbox;

/**
 * A class in which the grader's own JVMs are lost over some submissions, each time that these are
 * graded: they are not graded, and named; all others have their marks.
 */
@Tag("once")
@Tag("jar")
@NeedsSandbox
class DisturbedClassTest {
  private static final String PROBER = "tp6.grader.run.ProberMain";
  private static final String COMPILER = "tp6.grader.compile.CompilerMain";
  private static final String MUTE = "mute";
  private static final String OUT_OF_MEMORY = "out-of-memory";
  private static final String UNCOMPILED = "uncompiled";
  private static final String BOMB = "bomb";

  /** So that there is time enough to find its compiler at work. */
  private static final int METHODS = 6000;

  @TempDir Path folder;
  private final Map<String, Integer> disturbed = new TreeMap<>();
  private final Map<Path, String> owners = new HashMap<>();

  @Test
  @Timeout(300)
  void namesThoseThatLoseTheirJvmsAndMarksTheOthers() throws Exception {
    requireNamedOnly(9, List.of(OUT_OF_MEMORY, UNCOMPILED, BOMB));
  }

  /** The one whose prober is mute takes two minutes. */
  @Test
  @Tag("long")
  @Timeout(600)
  void doesSoInAClassOf60() throws Exception {
    requireNamedOnly(56, List.of(MUTE, OUT_OF_MEMORY, UNCOMPILED, BOMB));
  }

  private void requireNamedOnly(int others, List<String> lost) throws Exception {
    for (int i = 0; i < others; i++) {
      handIn("student%02d".formatted(i));
    }
    JarRun grader = new JarRun(folder);
    Path scratch = Files.createDirectory(folder.resolve("tmp"));
    for (Path open : List.of(folder, scratch)) {
      // A student's program is nobody, where the grader is root.
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    grader.option("-Djava.io.tmpdir=" + scratch);
    long begun = System.nanoTime();
    assertThat(grader.run(grade("alone"))).as(grader.screen()).isZero();
    final long undisturbed = System.nanoTime() - begun;
    lost.stream().filter(id -> !id.equals(BOMB)).forEach(this::handIn);
    DeltaBomb.write(folder.resolve("class").resolve(BOMB));

    begun = System.nanoTime();
    Process run = grader.start(grade("out"));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> {
              disturb(run);
              return !run.isAlive();
            });
    System.out.printf(
        "%d submissions: %d s undisturbed, %d s disturbed, %s%n",
        others + lost.size(),
        Duration.ofNanos(undisturbed).toSeconds(),
        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
        disturbed);

    assertThat(grader.end(run)).as(grader.screen()).isEqualTo(1);
    assertThat(grader.screen()).contains(lost);
    Map<String, String> marks = JarRun.marks(folder.resolve("out"));
    assertThat(marks.keySet()).containsAll(lost);
    lost.forEach(id -> assertThat(marks.remove(id)).as(id).isEqualTo("not-graded:"));
    assertThat(marks).hasSize(others).isEqualTo(JarRun.marks(folder.resolve("alone")));
    assertThat(marks.values()).containsOnly("graded:20");
  }

  private static String[] grade(String out) {
    return new String[] {
      "grade", "class", "--out", out, "--exercise", "clock", "--lang", "en", "--isolation", "bwrap"
    };
  }

  /** A right solution, of which one can see whose it is. */
  private void handIn(String id) {
    Path file = folder.resolve("class").resolve(id).resolve(Exercises.CLOCK.studentFile());
    try {
      Files.createDirectories(file.getParent());
      Files.copy(Project.solution(Exercises.CLOCK), file);
      Files.writeString(file.resolveSibling("Owner.java"), owner(id), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String owner(String id) {
    StringBuilder source =
        new StringBuilder("// " + id + "\npackage tp6.clock;\n\nclass Owner {\n");
    for (int i = 0; i < (id.equals(UNCOMPILED) ? METHODS : 1); i++) {
      source.append("  int m").append(i).append("() {\n    return ").append(i).append(";\n  }\n");
    }
    return source.append("}\n").toString();
  }

  private void disturb(Process run) throws Exception {
    for (Path work : worksOfGrader()) {
      String owner = ownerOf(work);
      if (owner.equals(UNCOMPILED)) {
        for (ProcessHandle compiler : processes(run, COMPILER)) {
          kill(compiler, "-KILL", owner);
        }
      } else if (owner.equals(MUTE) || owner.equals(OUT_OF_MEMORY)) {
        Optional<ProcessHandle> prober = proberOf(run, work);
        if (prober.isPresent() && owner.equals(MUTE)) {
          kill(prober.get(), "-STOP", owner);
        } else if (prober.isPresent()) {
          // No thread more: the error of a lack of memory, for which the JVM ends itself.
          command(owner, "prlimit", "--pid", Long.toString(prober.get().pid()), "--as=1");
        }
      }
    }
  }

  private List<Path> worksOfGrader() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("tmp"), 3)) {
      return all.filter(one -> one.getParent().endsWith("work")).toList();
    } catch (UncheckedIOException e) {
      // Some of it was deleted meanwhile.
      return List.of();
    }
  }

  private String ownerOf(Path work) throws IOException {
    String known = owners.get(work);
    if (known == null) {
      try (Stream<String> lines = Files.lines(work.resolve("src/tp6/clock/Owner.java"))) {
        known = lines.findFirst().orElse("").replace("// ", "");
      } catch (NoSuchFileException e) {
        // It is not there yet, or no longer.
        return "";
      }
      if (!known.isEmpty()) {
        owners.put(work, known);
      }
    }
    return known;
  }

  /** The JVM that has started the program of a submission. */
  private static Optional<ProcessHandle> proberOf(Process run, Path work) {
    for (ProcessHandle one : run.descendants().toList()) {
      if (commandLine(one).contains(work + "/")) {
        Optional<ProcessHandle> above = Optional.of(one);
        while (above.isPresent() && !isJvmOf(above.get(), PROBER)) {
          above = above.get().parent();
        }
        if (above.isPresent()) {
          return above;
        }
      }
    }
    return Optional.empty();
  }

  private static List<ProcessHandle> processes(Process run, String mainClass) {
    return run.descendants().filter(one -> isJvmOf(one, mainClass)).toList();
  }

  private static boolean isJvmOf(ProcessHandle process, String mainClass) {
    String[] words = commandLine(process).split("\0");
    return words[0].endsWith("java") && List.of(words).contains(mainClass);
  }

  private static String commandLine(ProcessHandle process) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return new String(line, ISO_8859_1);
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }

  private void kill(ProcessHandle process, String signal, String owner) throws Exception {
    command(owner, "kill", signal, Long.toString(process.pid()));
  }

  private void command(String owner, String... words) throws Exception {
    int status = new ProcessBuilder(words).redirectErrorStream(true).start().waitFor();
    if (status == 0) {
      disturbed.merge(owner, 1, Integer::sum);
    }
  }
}
