package tp6.grader;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
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

/** What a student types, in a folder with accents and with next to nothing in the environment. */
@Tag("once")
@Tag("jar")
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class StudentsLoopTest {
  @TempDir Path folder;

  private Path project;

  private void export(String... more) throws Exception {
    project = folder.resolve("Téléchargements/TP réseau/tp6");
    String course = Project.ROOT.toRealPath().toString();
    String[] starter = {"starter", "--from", course, "--out", project.toString()};
    JarRun grader = new JarRun(folder).with("LC_ALL", "C.UTF-8");
    assertThat(grader.run(with(starter, more))).as(grader.screen()).isZero();
  }

  private JarRun student() throws IOException {
    return new JarRun(project)
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("MAVEN_USER_HOME", wrapped(project).toString());
  }

  /** In UTF-8 the other tests are. */
  @ParameterizedTest
  @CsvSource({"HOME, ''", "LC_ALL, C", "JAVA_TOOL_OPTIONS, -Djava.net.preferIPv6Addresses=true"})
  void earnsAllPoints(String variable, String value) throws Exception {
    export("--solved", "clock");
    JarRun student = student().with(variable, value);

    int status = student.runCommand("./mvnw", "-B", "-q", "-pl", "clock", "test", "-Dlang=en");

    assertThat(status).as(student.screen()).isZero();
    assertThat(student.screen()).contains("20 / 20");
  }

  /** Where no temporary file can be written, the tests would be run and their words lost. */
  @ParameterizedTest
  @CsvSource({"--remount-ro /mnt, 1, No temporary file can be written in /mnt", "'', 0, 20 / 20"})
  @NeedsSandbox
  void losesNoWordWhereTemporaryFilesHaveNoRoom(String how, int expected, String told)
      throws Exception {
    export("--solved", "clock");
    JarRun student = student().with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=/mnt");
    String place = "bwrap --dev-bind / / --size 300000 --tmpfs /mnt " + how;
    String[] maven = {"./mvnw", "-B", "-q", "-pl", "clock", "test", "-Dlang=en"};

    int status = student.runCommand(with(place.strip().split(" "), maven));

    assertThat(status).as(student.screen()).isEqualTo(expected);
    assertThat(student.screen()).contains(told);
  }

  /** What Maven says of itself, beside the report, and that a lost stage is still a failure. */
  @ParameterizedTest
  @CsvSource({
    "'', '', '', '^clock +0 / 20$', 'not started yet$'",
    "clock/wrong/NeverCloses, '', '', '^clock +17 / 20$', '^ +hint: the client waits'",
    "'', 'TODO\");', 'TODO\")', '^clock does not compile', '^ .*:35:\\d+: .;. expected$'",
    "'', 'public int port', 'int', '^clock does not compile', '^ +hint: port.. is missing'",
    "'', 'package tp6.', 'package ', '^clock +0 / 20$', 'has to begin with .package tp6.clock;'",
  })
  void saysLittleBesideTheReport(String solution, String text, String by, String head, String told)
      throws Exception {
    export();
    Path server = project.resolve(Exercises.CLOCK.studentFile());
    if (!solution.isEmpty()) {
      Files.copy(Bank.entry(solution).file(), server, REPLACE_EXISTING);
    }
    String written = Files.readString(server);
    assertThat(written).contains(text);
    Files.writeString(server, text.isEmpty() ? written : written.replace(text, by));

    JarRun student = student().with("LC_ALL", "C.UTF-8");
    int status = student.runCommand("./mvnw", "-B", "-pl", "clock", "test", "-Dlang=en");

    assertThat(status).isEqualTo(1);
    assertThat(student.screen()).containsPattern("(?m)" + head).containsPattern("(?m)" + told);
    assertThat(student.screen().lines().filter(StudentsLoopTest::isAround))
        .hasSizeLessThanOrEqualTo(15);
  }

  /** Maven's lines begin like this; of the report, only the space before it is counted. */
  private static boolean isAround(String line) {
    return line.isBlank() || line.startsWith("[");
  }

  @Test
  void startsAServerThatIsNotWrittenYet() throws Exception {
    export();
    JarRun student = student();

    int status =
        student.runCommand(
            "./mvnw", "-B", "-pl", "clock", "compile", "exec:java", "-Dlang=en", "-Dexec.args=0");

    assertThat(status).isEqualTo(1);
    assertThat(student.screen())
        .containsPattern("listening on port \\d+\\R")
        .containsPattern("not written yet: tp6.clock.*\\(ClockServer.java:35\\)\\R")
        .doesNotContain("ERROR");
  }

  @Test
  void saysThatThereIsNoNetwork() throws Exception {
    export();
    JarRun student = student();
    String nothing = "-Dmaven.repo.local=" + folder.resolve("nothing");

    int status = student.runCommand("./mvnw", "-B", "-o", nothing, "-pl", "clock", "test");

    assertThat(status).isEqualTo(1);
    assertThat(student.screen()).contains("could not be resolved", "Cannot access central");
    assertThat(student.screen().lines()).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void saysThatAnOptionIsWrong() throws Exception {
    export();
    JarRun student = student();

    int stage = student.runCommand("./mvnw", "-B", "-pl", "clock", "test", "-Dstage=99");

    assertThat(stage).isEqualTo(1);
    assertThat(student.screen()).contains("-Dstage takes 1 to 9");
    assertThat(student.screen().lines()).hasSizeLessThanOrEqualTo(17);
  }

  @Test
  void gradesAtEachSave() throws Exception {
    export();
    Path server = project.resolve(Exercises.CLOCK.studentFile());
    Files.copy(Bank.entry("clock/wrong/NeverCloses").file(), server, REPLACE_EXISTING);
    JarRun student = student().with("LC_ALL", "C.UTF-8");
    Process maven =
        student.startCommand("./mvnw", "-B", "-pl", "clock", "test", "-Dlang=en", "-Dwatch");
    try {
      awaitScreen(student, 1, "17 / 20");
      Files.copy(Bank.entry("clock/right/Recursion").file(), server, REPLACE_EXISTING);
      awaitScreen(student, 2, "before 17 points, now 20; stages won (+) and lost (-): +4");
      Files.writeString(server, "}", StandardOpenOption.APPEND);
      awaitScreen(student, 3, "clock does not compile");
      Files.copy(Bank.entry("clock/right/Recursion").file(), server, REPLACE_EXISTING);
      awaitScreen(student, 4, "as before: 20 points");
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly();
    }
  }

  /** It waits for a save again. */
  private static void awaitScreen(JarRun student, int times, String text) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(student.screen())
                    .contains(text)
                    .matches("(?s)(?:.*?Ctrl-C ends){" + times + "}.*"));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Where the wrapper finds the Maven that runs this, as if it had fetched it. */
  private Path wrapped(Path project) throws IOException {
    Properties wrapper = new Properties();
    try (Reader in =
        Files.newBufferedReader(project.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }
    String url = wrapper.getProperty("distributionUrl");
    String name = url.replaceAll(".*/|-bin\\.zip$", "");
    Path user = folder.resolve("maven");
    Path bin =
        user.resolve("wrapper/dists").resolve(name).resolve(Integer.toHexString(url.hashCode()));
    Files.createDirectories(bin.resolve("bin"));
    Files.createSymbolicLink(
        bin.resolve("bin/mvn"), Path.of(System.getProperty("maven.home"), "bin/mvn"));
    return user;
  }
}
