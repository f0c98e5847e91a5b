package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.course.Course;
import tp6.grader.run.NeedsSandbox;

/** The jar as an instructor gets it, in a folder with nothing else. */
@Tag("jar")
class GraderJarTest {
  private static final Path JAR = Path.of("target/grader.jar");
  private static final Pattern POM = Pattern.compile("META-INF/maven/(.+)/(.+)/pom.properties");

  @TempDir Path folder;

  @BeforeEach
  void copyTheJar() throws IOException {
    Files.copy(JAR, folder.resolve("grader.jar"));
  }

  @Test
  void gradesAFork() throws Exception {
    for (Course exercise : Course.all()) {
      Path target = folder.resolve("fork").resolve(exercise.studentFile());
      Files.createDirectories(target.getParent());
      Files.copy(Project.solution(exercise), target);
    }

    assertThat(run("check", "fork", "--lang", "en", "--min", "80")).isZero();

    assertThat(screen()).contains("clock", "20 / 20").doesNotContain("hint:");
    assertThat(folder.resolve("grade"))
        .isDirectoryContaining("glob:**grade.json")
        .isDirectoryContaining("glob:**grade.md");
    assertThat(folder.resolve("grade/grade.json"))
        .content()
        .contains("\"millis\"", Files.exists(Path.of("/proc")) ? "\"peakKib\"" : "");
  }

  @Test
  @Tag("once")
  void readsArchivesOfEachKind() throws Exception {
    Map<String, byte[]> right = Packed.bank("clock/right/Recursion", folder);
    Packed.zip(folder.resolve("class/zip/tp6.zip"), right);
    Packed.tarGz(folder.resolve("class/tgz/tp6.tgz"), right);
    Packed.sevenZip(folder.resolve("class/7z/tp6.7z"), right, "");

    assertThat(run(with(grade(folder.resolve("class"), "out"), "--exercise", "clock"))).isZero();

    assertThat(folder.resolve("out/grades.csv"))
        .content()
        .contains("\n7z,,,graded,20,", "\ntgz,,,graded,20,", "\nzip,,,graded,20,");
  }

  @Test
  void comparesWhatTwoSolutionsSayAndDo() throws Exception {
    Bank.entry("clock/right/Recursion").copyInto(folder.resolve("dupont"));
    Bank.entry("clock/wrong/NeverCloses").copyInto(folder.resolve("martin"));
    String[] diff = {"diff", "dupont", "martin", "--lang", "en", "--html", "diff.html"};

    assertThat(run(with(diff, "--isolation", "process"))).isEqualTo(1);

    assertThat(screen().replaceAll(" +", " "))
        .contains(
            "not isolated: the students' programs can read and write what you can",
            "clock dupont martin",
            " 4 closes the connection right after it 3 / 3 0 / 3",
            " martin: ",
            "--- dupont/clock/ClockServer.java");
    assertThat(folder.resolve("diff.html")).content().startsWith("<!DOCTYPE html>");
    try (GitFork git = new GitFork(folder.resolve("fork"))) {
      git.commit(git.solution());
    }
    assertThat(run("diff", "fork", "fork", "--no-run")).isZero();
    assertThat(run("diff", "dupont", "nobody")).isEqualTo(2);
    assertThat(screen()).startsWith("grader: no such file or folder: nobody\n");
  }

  @Test
  @Tag("once")
  void showsHowSubmissionsDifferFromTheCourse() throws Exception {
    Path forks = makeClass("clock/right/Recursion", "clock/wrong/NeverCloses", 2);
    String course = Project.ROOT.toRealPath().toString();

    assertThat(run(with(grade(forks, "out"), "--exercise", "clock", "--reference", course)))
        .isZero();

    assertThat(folder.resolve("out/report/students/student0.html"))
        .content()
        .contains("class=\"hunk\"", "clock/ClockServer.java")
        .doesNotContain("Weather.java");
  }

  @Test
  @Tag("once")
  void holdsNoSolution() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (Course exercise : Course.all()) {
        String name = exercise.studentClass().replace('.', '/');
        assertThat(jar.stream().map(ZipEntry::getName))
            .noneMatch(entry -> entry.contains(name + ".") || entry.contains(name + "$"))
            .anyMatch(entry -> entry.endsWith(name + "Test.class"));
      }
    }
  }

  @Test
  @Tag("once")
  void isSmallAndNamesWhatItIsMadeOf() throws Exception {
    assertThat(Files.size(JAR)).isLessThan(20_000_000);
    try (JarFile jar = new JarFile(JAR.toFile())) {
      Set<String> names = jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
      assertThat(names)
          .contains("LICENSE", "NOTICE", "META-INF/licenses/jline/LICENSE.txt")
          .contains("META-INF/licenses/antlr4-runtime/LICENSE.txt")
          .contains("course/LICENSE", "org/junit/jupiter/api/Test.class")
          .contains("com/github/tomakehurst/wiremock/WireMockServer.class")
          .anyMatch(name -> name.matches("META-INF/licenses/junit-jupiter-api-.*/LICENSE.md"))
          .noneMatch(name -> name.matches(".*(jplag|swagger-ui-|recorder/lib).*|.*\\.xsd"));
      String thirdParty = text(jar, "META-INF/THIRD-PARTY.txt");
      List<String> artifacts =
          names.stream()
              .map(POM::matcher)
              .filter(Matcher::matches)
              .filter(pom -> !List.of("tp6", "org.antlr").contains(pom.group(1)))
              .map(pom -> pom.group(1) + ":" + pom.group(2) + ":")
              .toList();
      assertThat(artifacts).hasSizeGreaterThan(15);
      assertThat(thirdParty)
          .contains(artifacts)
          .contains("org.junit.jupiter:junit-jupiter-api:", "me.tongfei:progressbar:")
          .contains("org.wiremock:wiremock:", "org.eclipse.jetty:jetty-server:")
          .doesNotContain("Unknown license", "(tp6:");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }

  @Test
  @Tag("once")
  void comparesSolutionsAndResults() throws Exception {
    Path forks = makeClass("clock/right/Recursion", "clock/wrong/NeverCloses", 6);
    String course = Project.ROOT.toRealPath().toString();

    assertThat(run("similar", forks.toString(), "--base", course, "--out", "s", "--lang", "en"))
        .isZero();

    assertThat(screen())
        .contains("6 submissions, 15 pairs", "100 % alike")
        .doesNotContain("left out");
    assertThat(folder.resolve("s/index.html")).content().contains("serve()");
    assertThat(folder.resolve("s/similar.json")).content().contains("\"base\" : \"starter\"");
    assertThat(run("compare", "s/similar.json", "s")).isEqualTo(2);
  }

  @Test
  @Tag("once")
  void goesOnAfterItWasKilled() throws Exception {
    Path forks = makeClass("clock/right/Recursion", "clock/wrong/NeverCloses", 12);
    assertThat(run(grade(forks, "whole"))).isZero();

    Process killed = start(grade(forks, "cut"));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(() -> done("cut") >= 4);
    killed.destroyForcibly().waitFor();
    assertThat(done("cut")).isLessThan(12);
    assertThat(run("grade", "--isolation", "process", forks.toString(), "--out", "cut", "--resume"))
        .isZero();

    assertThat(screen()).contains("of 12 submissions are done already");
    assertSameGrades("cut", "whole");
  }

  @Test
  @Tag("once")
  void putsShardsTogether() throws Exception {
    Path forks = makeClass("clock/right/Channels", "clock/wrong/ServesOneClient", 5);
    assertThat(run(grade(forks, "whole"))).isZero();
    String[] one = with(grade(forks, "one"), "--shard", "1/2");
    String[] two = with(grade(forks, "two"), "--shard", "2/2");
    assertThat(run(one)).isZero();

    assertThat(run("merge", "one", "--out", "all")).isEqualTo(2);
    assertThat(screen()).contains("grader: parts are missing: 2/2");
    assertThat(run(two)).isZero();
    assertThat(run("merge", "one", "two", "--out", "all")).isZero();

    assertSameGrades("all", "whole");
    assertThat(folder.resolve("all/report/index.html"))
        .content()
        .contains("href=\"students/student0.html\"", "href=\"students/student4.html\"");
    assertThat(folder.resolve("all/report/students/student1.html"))
        .content()
        .contains("is refused: nobody listens", "<svg class=\"drawing\"");
  }

  @Test
  @NeedsSandbox
  void keepsAClassInSandboxesAndGradesItTheSame() throws Exception {
    Path forks = makeClass("clock/right/Recursion", "clock/wrong/NeverCloses", 6);
    assertThat(run(grade(forks, "plain"))).isZero();
    assertThat(screen()).contains("not isolated");

    assertThat(run("grade", forks.toString(), "--out", "kept", "--seed", "7")).isZero();

    assertThat(screen()).doesNotContain("not isolated");
    assertThat(folder.resolve("plain/grades.csv")).content().contains(",not isolated\n");
    assertThat(folder.resolve("kept/grades.csv"))
        .content()
        .isEqualTo(
            Files.readString(folder.resolve("plain/grades.csv"))
                .replace(",isolation\n", "\n")
                .replace(",not isolated\n", "\n"));
    assertThat(folder.resolve("kept/submissions/student0/grade.json"))
        .content()
        .contains("\"isolation\" : \"bwrap\"");
  }

  @Test
  @Tag("once")
  @NeedsSandbox
  void leavesNoProgramBehindWhenItIsKilled() throws Exception {
    Path forks = makeClass("clock/wrong/NeverCloses", "clock/wrong/NeverCloses", 8);
    Hostile.inBank(folder.resolve("hostile"), Map.of());
    Files.move(folder.resolve("hostile/starts-itself-again"), forks.resolve("a-hostile-one"));
    Process killed = start("grade", forks.toString(), "--out", "cut");
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                programs(killed).anyMatch(line -> line.endsWith("tp6.stage.host.Host"))
                    && programs(killed).filter(line -> line.endsWith("Attempt")).count() == 20);
    List<ProcessHandle> all = killed.descendants().toList();

    killed.destroyForcibly().waitFor();

    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(all)
                    .filteredOn(GraderJarTest::isRunning)
                    .map(one -> one.pid() + " " + one.info())
                    .isEmpty());
  }

  /** What has ended and was not buried yet has no command line. */
  private static boolean isRunning(ProcessHandle process) {
    return process.info().commandLine().isPresent();
  }

  private static Stream<String> programs(Process grader) {
    return grader.descendants().flatMap(one -> one.info().commandLine().stream());
  }

  /** The command line for a class that is not isolated, with a known seed. */
  private static String[] grade(Path forks, String out) {
    return new String[] {
      "grade", forks.toString(), "--out", out, "--isolation", "process", "--seed", "7"
    };
  }

  private static String[] with(String[] command, String... more) {
    return Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void writesAStarterThatMavenBuildsAndThatEarnsNothingYet() throws Exception {
    assertThat(run("starter", "--from", Project.ROOT.toRealPath().toString(), "--out", "s"))
        .isZero();

    assertThat(test(folder.resolve("s"))).doesNotContain("[WARNING]");

    for (Course exercise : Course.all()) {
      assertThat(folder.resolve("s").resolve(exercise.module()).resolve("target/grade.json"))
          .content()
          .contains("\"earned\" : 0,", "\"not-started\"")
          .doesNotContain("\"failed\"", "\"not-run\"", "\"waiting\"");
    }
  }

  @Test
  @Tag("once")
  void writesTheSolutionsThatEarnAllPoints() throws Exception {
    String all = Course.all().stream().map(Course::module).collect(Collectors.joining(","));
    String course = Project.ROOT.toRealPath().toString();
    assertThat(run("starter", "--from", course, "--out", "s", "--solved", all)).isZero();

    assertThat(run("check", "s", "--lang", "en", "--min", "80")).isZero();

    assertThat(screen()).contains("80 / 80").doesNotContain("Not taken");
  }

  /** What {@code mvn test} prints there. */
  private static String test(Path project) throws Exception {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    ProcessBuilder builder =
        new ProcessBuilder(maven, "--fail-at-end", "--batch-mode", "test")
            .directory(project.toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isEqualTo(1);
    return printed;
  }

  /** A class of which every second one has the first solution, and every other the second. */
  private Path makeClass(String even, String odd, int size) throws IOException {
    Path forks = folder.resolve("forks");
    for (int i = 0; i < size; i++) {
      Bank.entry(i % 2 == 0 ? even : odd).copyInto(forks.resolve("student" + i));
    }
    return forks;
  }

  private void assertSameGrades(String out, String expected) throws IOException {
    assertThat(files(out)).isEqualTo(files(expected));
    for (String file : List.of("grades.csv", "grades-semicolon.csv", "grades.json")) {
      assertThat(folder.resolve(out).resolve(file))
          .hasSameTextualContentAs(folder.resolve(expected).resolve(file), UTF_8);
    }
  }

  private Set<String> files(String out) throws IOException {
    Path root = folder.resolve(out);
    try (Stream<Path> files = Files.walk(root)) {
      return Set.copyOf(files.map(file -> root.relativize(file).toString()).toList());
    }
  }

  private long done(String out) throws IOException {
    Path submissions = folder.resolve(out).resolve("submissions");
    if (!Files.isDirectory(submissions)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(submissions)) {
      return all.filter(one -> Files.exists(one.resolve("grade.json"))).count();
    }
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "grader.jar"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen.txt").toFile());
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    return builder.start();
  }

  private int run(String... args) throws Exception {
    Process process = start(args);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(String.join(" ", args)).isTrue();
    return process.exitValue();
  }

  private String screen() throws IOException {
    return Files.readString(folder.resolve("screen.txt"));
  }
}
