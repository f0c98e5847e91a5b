package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.grader.run.NeedsSandbox;

/**
 * The jar in folders with accents and blanks, in environments with little or too much in them: it
 * works as anywhere else, or ends before anything is graded, with one line that says what to do.
 */
@Tag("once")
@Tag("jar")
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class OddPlacesTest {
  private static final String LONG =
      "un dossier de réseau au nom très très long ".repeat(5).strip();

  @TempDir Path folder;
  private JarRun grader;

  @BeforeEach
  void makeAClassOfTwo() throws IOException {
    Path work = Files.createDirectories(folder.resolve("Téléchargements/TP réseau"));
    for (String student : List.of("rené", "renè")) {
      Path file = work.resolve("classe").resolve(student).resolve(Exercises.CLOCK.studentFile());
      Files.createDirectories(file.getParent());
      Files.copy(Project.solution(Exercises.CLOCK), file);
    }
    grader = new JarRun(work);
  }

  /** All that a run needs of it, as files and not as links to where it is now. */
  static void copyTheJdk(Path copy) throws Exception {
    Files.createDirectories(copy);
    for (String part : List.of("bin", "conf", "lib", "release")) {
      Path from = Path.of(System.getProperty("java.home"), part);
      // Some links lead nowhere, those to sources that are not installed.
      new ProcessBuilder("cp", "-rL", from.toString(), copy.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
    assertThat(copy.resolve("bin/java")).isExecutable();
    assertThat(copy.resolve("lib/modules")).exists();
  }

  private Path out(String name) {
    return folder.resolve("Téléchargements/TP réseau").resolve(name);
  }

  private void requireBothGraded(String... isolation) throws Exception {
    String[] grade = {"grade", "classe", "--out", "notes à rendre", "--exercise", "clock"};
    String[] words = Stream.of(grade, isolation).flatMap(Stream::of).toArray(String[]::new);

    assertThat(grader.run(words)).as(grader.screen()).isZero();

    assertThat(JarRun.marks(out("notes à rendre")))
        .isEqualTo(Map.of("rené", "graded:20", "renè", "graded:20"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "C.UTF-8"})
  void worksInAnyLanguageOrNone(String language) throws Exception {
    if (!language.isEmpty()) {
      grader.with("LC_ALL", language);
    }

    assertThat(grader.run("check", "classe/rené", "--exercise", "clock", "--lang", "en")).isZero();
    assertThat(grader.screen()).contains("20 / 20");
    requireBothGraded("--isolation", "process");
    assertThat(grader.run("similar", "classe", "--out", "pareils")).as(grader.screen()).isZero();
    assertThat(grader.run("diff", "classe/rené", "classe/renè", "--no-run")).isZero();
    assertThat(grader.run("starter", "--from", course(), "--out", "départ à")).isZero();
    assertThat(grader.screen()).contains("cd 'départ à' && ./mvnw");
  }

  private static String course() throws IOException {
    return Project.ROOT.toRealPath().toString();
  }

  @Test
  @NeedsSandbox
  void worksInSandboxes() throws Exception {
    requireBothGraded();
  }

  /** As a browser in French saves it. */
  @Test
  void worksWithTheJarThereToo() throws Exception {
    Path jar = out("grader été.jar");
    Files.copy(JarRun.JAR, jar);

    grader.jar(jar).with("LANG", "C.UTF-8");

    requireBothGraded("--isolation", "process");
  }

  /** What is made is for its owner alone, and a student's program may be another user. */
  @Test
  @NeedsSandbox
  void worksWhereNobodyElseMayRead() throws Exception {
    grader.inside("sh", "-c", "umask 077; exec \"$@\"", "sh");

    requireBothGraded();
  }

  @Test
  @NeedsSandbox
  void worksWithAJdkInAHomeThatIsClosedToOthers() throws Exception {
    Path home = Files.createDirectory(folder.resolve("chez moi"));
    copyTheJdk(home.resolve("jdk à moi"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));

    // Java 17 itself does not start there without a language.
    grader.java(home.resolve("jdk à moi/bin/java")).with("LC_ALL", "C.UTF-8");

    requireBothGraded();
  }

  @Test
  @NeedsSandbox
  void worksWithTemporaryFilesInAnOddPlace() throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("temporaire é/" + LONG));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    grader.with("JAVA_TOOL_OPTIONS", "'-Djava.io.tmpdir=" + scratch + "'");

    requireBothGraded();
    assertThat(grader.screen()).contains("temporaire");
    assertThat(scratch).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Djava.net.preferIPv6Addresses=true",
        "-Djava.net.preferIPv4Stack=true",
        "-Dfile.encoding=ISO-8859-1 -Duser.language=fr -Xmx200m",
        "-Dhttp.proxyHost=192.0.2.1 -Dhttp.nonProxyHosts="
      })
  void worksWhateverOptionsAJvmIsGiven(String options) throws Exception {
    grader.with("JAVA_TOOL_OPTIONS", options).with("JDK_JAVA_OPTIONS", options);

    requireBothGraded("--isolation", "process");
  }

  @Test
  void endsWhereThereIsNoFolderForTemporaryFiles() throws Exception {
    grader.option("-Djava.io.tmpdir=" + folder.resolve("nulle part")).with("LANG", "C.UTF-8");

    requireOneLine("no such folder for temporary files", "nulle part", "-Djava.io.tmpdir=");
  }

  @Test
  @NeedsSandbox
  void endsWhereTheyCannotBeWritten() throws Exception {
    grader
        .inside("bwrap", "--dev-bind", "/", "/", "--tmpfs", "/mnt", "--remount-ro", "/mnt", "--")
        .option("-Djava.io.tmpdir=/mnt");

    requireOneLine("can be written in /mnt (Read-only file system)", "-Djava.io.tmpdir=");
  }

  @Test
  @NeedsSandbox
  void endsWhereThereIsNoRoomForThem() throws Exception {
    grader
        .inside("bwrap", "--dev-bind", "/", "/", "--size", "20000000", "--tmpfs", "/mnt", "--")
        .option("-Djava.io.tmpdir=/mnt");

    requireOneLine("too little room for temporary files in /mnt", "-Djava.io.tmpdir=");
  }

  @Test
  @NeedsSandbox
  void endsWithoutALoopback() throws Exception {
    grader.inside("unshare", "--map-root-user", "--net");

    requireOneLine("the JVM for the program cannot be started", "127.0.0.1", "whether lo is up");
  }

  @Test
  void endsWithoutACompiler() throws Exception {
    String jlink = Path.of(System.getProperty("java.home"), "bin", "jlink").toString();
    grader.with("LC_ALL", "C.UTF-8");
    assertThat(grader.runCommand(jlink, "--add-modules", "java.se,jdk.zipfs", "--output", "jre é"))
        .as(grader.screen())
        .isZero();

    grader.java(out("jre é/bin/java"));

    for (String command : List.of("check", "grade", "similar")) {
      String[] words = {command, "classe/rené", "--lang", "fr", "--out", "o"};

      assertThat(grader.run(words)).as(command).isEqualTo(2);

      assertThat(grader.screen()).contains("c'est un JRE : il faut un JDK", "jre é");
      assertThat(out("o/grades.csv")).doesNotExist();
    }
  }

  private void requireOneLine(String... parts) throws Exception {
    for (String command : List.of("check", "grade")) {
      String[] words = {command, "classe", "--lang", "en", "--isolation", "process", "--out", "o"};

      assertThat(grader.run(words)).isEqualTo(1);

      List<String> lines = grader.screen().lines().toList();
      assertThat(lines.get(lines.size() - 1)).startsWith("grader: ").contains(parts);
      // Java itself warns, from 20 on, of a folder that is not there.
      assertThat(lines)
          .filteredOn(line -> !line.startsWith("not isolated: "))
          .filteredOn(line -> !line.startsWith("WARNING: java.io.tmpdir directory "))
          .hasSize(1);
    }
    assertThat(out("o/grades.csv")).doesNotExist();
  }
}
