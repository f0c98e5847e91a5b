package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Folders;
import tp6.grader.run.HandIns;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/**
 * Archives of every kind, whole and broken, for 4 s each from one seed on: every one is taken or
 * refused, its reader is never lost, and the grader needs no more memory than before. {@code
 * -Darchives.seconds=60} tries for longer, {@code -Darchives.seed} other ones.
 */
@Tag("once")
@Timeout(600)
@Tag("slow")
@Isolated("measures the memory of this JVM")
class ArchiveFuzzTest {
  private static final Duration LONG =
      Duration.ofSeconds(Integer.getInteger("archives.seconds", 4));
  private static final long SEED = Long.getLong("archives.seed", 20_260_301);
  private static final long MOST_MEMORY = 32 << 20;

  @TempDir Path folder;

  enum Kind {
    ZIP,
    TAR,
    TAR_GZ,
    SEVEN_ZIP,
    GIT
  }

  @ParameterizedTest
  @EnumSource
  void takesOrRefusesAny(Kind kind) throws Exception {
    int taken = 0;
    int tried = 0;
    long before = memory();
    long end = System.nanoTime() + LONG.toNanos();
    try (HandIns handIns = new HandIns(Isolation.PROCESS, 1, Locale.ENGLISH)) {
      for (long seed = SEED; System.nanoTime() < end; seed++) {
        Path handedIn = Files.createDirectory(folder.resolve("any"));
        Fuzz.check(seed, garbage -> write(kind, handedIn, garbage));
        try {
          requireBounded(handIns.read(handedIn));
          taken++;
        } catch (Refused e) {
          assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
        } catch (IOException e) {
          throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e);
        }
        tried++;
        Folders.delete(handedIn);
      }
    }
    System.out.printf("%s: %d taken of %d, from seed %d on%n", kind, taken, tried, SEED);
    assertThat(taken).as("taken of %d", tried).isPositive();
    assertThat(memory() - before).isLessThan(MOST_MEMORY);
  }

  private static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void requireBounded(Submission submission) {
    assertThat(submission.notes()).hasSizeLessThanOrEqualTo(200);
    assertThat(
            submission.sources().values().stream()
                .flatMap(files -> files.values().stream())
                .mapToInt(content -> content.length)
                .sum())
        .isLessThanOrEqualTo(2 << 20);
  }

  private static void write(Kind kind, Path folder, Garbage garbage) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    files.put(
        garbage.chance(80) ? HandedIn.SERVER : garbage.text(60).replace("\0", "") + "x",
        HandedIn.SOURCE);
    for (int i = garbage.size(4); i > 0; i--) {
      files.put(HandedIn.CLOCK + "A" + i + ".java", garbage.bytes(3_000));
    }
    Path file = folder.resolve(garbage.chance(90) ? "any.zip" : "any.RAR");
    switch (kind) {
      case ZIP -> Packed.zip(file, files);
      case TAR -> Packed.tar(file, files);
      case TAR_GZ -> Packed.tarGz(file, files);
      case SEVEN_ZIP -> Packed.sevenZip(file, files, "");
      case GIT -> writeRepository(folder, garbage);
    }
    if (kind != Kind.GIT && garbage.chance(70)) {
      Files.write(file, garbage.mutated(Files.readAllBytes(file)));
    }
  }

  private static void writeRepository(Path folder, Garbage garbage) throws IOException {
    try (GitFork git = new GitFork(folder)) {
      git.commit(git.solution());
    }
    for (String name : new String[] {"HEAD", "config", GitFork.BRANCH, "packed-refs"}) {
      if (garbage.chance(20)) {
        Path file = folder.resolve(".git").resolve(name);
        byte[] content = Files.exists(file) ? Files.readAllBytes(file) : garbage.bytes(100);
        Files.write(file, garbage.mutated(content));
      }
    }
    try (var objects = Files.walk(folder.resolve(".git/objects"))) {
      for (Path object : objects.filter(Files::isRegularFile).sorted().toList()) {
        if (garbage.chance(10)) {
          Files.write(object, garbage.mutated(Files.readAllBytes(object)));
        }
      }
    }
  }
}
