package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.course.Course;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.fuzz.Garbage;
import tp6.grader.process.Folders;
import tp6.grader.submission.Roster;
import tp6.grader.submission.Submission;

/** Whatever is handed in: something is taken of it, or it is refused. */
@Tag("once")
class IntakeFuzzTest {
  private static final int MAX_TOTAL = 2 * 1024 * 1024;
  private static final List<String> FOLDERS =
      List.of("", "a/", "../", "/", "clock/", HandedIn.CLOCK, HandedIn.CLOCK + "help/");
  private static final List<String> NAMES =
      List.of("ClockServer.java", "A.java", "module-info.java", "pom.xml", "-J.java", "", "/");

  @TempDir Path folder;

  @Test
  void takesOrRefusesAnyZip() {
    Path zip = folder.resolve("any.zip");
    Fuzz.times(
        400,
        garbage -> {
          try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            for (String name : names(garbage)) {
              byte[] content = content(garbage);
              int method = garbage.chance(80) ? ZipEntry.STORED : ZipEntry.DEFLATED;
              Zips.add(out, name, content, method, garbage.chance(80) ? 0 : garbage.number());
            }
          }
          if (garbage.chance(60)) {
            Files.write(zip, garbage.mutated(Files.readAllBytes(zip)));
          }
          takeOrRefuse(zip);
        });
  }

  @Test
  void takesOrRefusesAnyFolder() {
    Fuzz.times(
        200,
        garbage -> {
          Path fork = Files.createDirectory(folder.resolve("fork"));
          for (String name : names(garbage)) {
            makeFile(fork, name, content(garbage));
          }
          takeOrRefuse(fork);
          Folders.delete(fork);
        });
  }

  /** Where there can be none of that name, there is none. */
  private static void makeFile(Path fork, String name, byte[] content) {
    try {
      Path file = fork.resolve(name.replace("..", "up").replaceAll("^/+", "root/")).normalize();
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException | InvalidPathException e) {
      // No file system has all the names that a zip or a repository can have.
      return;
    }
  }

  @Test
  void takesOrRefusesAnyRepository() throws IOException {
    // At its first start JGit measures how fine the clock of the file system is: a second or three.
    try (GitFork first = new GitFork(folder.resolve("first"))) {
      first.commit(first.solution());
    }
    Fuzz.times(
        60,
        garbage -> {
          Path fork = folder.resolve("fork");
          try (GitFork git = new GitFork(fork)) {
            git.commit(garbage.chance(50) ? git.solution() : anyTree(git, garbage));
          }
          try (Stream<Path> all = Files.walk(fork.resolve(".git"))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
              if (garbage.chance(15)) {
                Files.write(file, garbage.mutated(Files.readAllBytes(file)));
              }
            }
          }
          takeOrRefuse(fork);
          Folders.delete(fork);
        });
  }

  private static ObjectId anyTree(GitFork git, Garbage garbage) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    FileMode mode = garbage.oneOf(List.of(FileMode.REGULAR_FILE, FileMode.SYMLINK, FileMode.TREE));
    for (String name : names(garbage)) {
      tree.append((name.isEmpty() ? "/" : name).getBytes(UTF_8), mode, git.file(content(garbage)));
    }
    return git.folder(
        garbage.chance(50) ? garbage.mutated(tree.toByteArray()) : tree.toByteArray());
  }

  @Test
  void readsOrRefusesAnyList() {
    Path list = folder.resolve("class.csv");
    Fuzz.times(
        400,
        garbage -> {
          List<String> lines = garbage.some(6, () -> line(garbage));
          byte[] text = String.join("\n", lines).getBytes(UTF_8);
          Files.write(list, garbage.chance(30) ? garbage.mutated(text) : text);
          try {
            assertThat(Roster.of(List.of(list)).candidates()).doesNotHaveDuplicates();
          } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
          }
        });
  }

  private static String line(Garbage garbage) {
    return garbage.chance(50)
        ? "id%d,fork,%s,x@example.org".formatted(garbage.number(), garbage.text(100))
        : garbage.text(2000);
  }

  private static List<String> names(Garbage garbage) {
    List<String> names = new ArrayList<>();
    if (garbage.chance(70)) {
      names.add(HandedIn.SERVER);
    }
    names.addAll(
        garbage.some(
            12,
            () ->
                garbage.oneOf(FOLDERS)
                    + (garbage.chance(50) ? garbage.oneOf(NAMES) : garbage.text(300))));
    return names;
  }

  private static byte[] content(Garbage garbage) {
    return garbage.chance(50) ? HandedIn.SOURCE : garbage.bytes(garbage.chance(3) ? 300_000 : 2000);
  }

  private static void takeOrRefuse(Path handedIn) {
    Submission submission;
    try {
      submission = HandedIn.take(handedIn);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    int total = 0;
    for (Map.Entry<Course, Map<String, byte[]>> exercise : submission.sources().entrySet()) {
      for (Map.Entry<String, byte[]> source : exercise.getValue().entrySet()) {
        assertThat(source.getKey()).matches("(?U)tp6/\\w+/([\\w$]+/)*[\\w$]+\\.java");
        total += source.getValue().length;
      }
    }
    assertThat(total).isLessThanOrEqualTo(MAX_TOTAL);
    assertThat(submission.notes()).doesNotHaveDuplicates();
  }
}
