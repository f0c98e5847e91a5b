package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tp6.grader.course.Course;

/** What a student finds on the first day, Maven and two IDEs ready for use, fits the course. */
@Tag("once")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstDayTest {
  private static final Start TIME = new Start("common", "tp6.common.HorlogeClient", "");
  private static final Start ECHO = new Start("common", "tp6.common.EchoClient", "");
  private static final String WRAPPER = "${workspaceFolder}/mvnw";
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** A server alone, and with as many clients as its handout asks for. */
  private static Map<String, List<Start>> programs() {
    Start clock = Start.of(Exercises.CLOCK, "");
    Start single = Start.of(Exercises.ECHO_SINGLE, "");
    Start multi = Start.of(Exercises.ECHO_MULTI, "");
    Map<String, List<Start>> programs = new TreeMap<>();
    programs.put("weather, offline", List.of(Start.of(Exercises.WEATHER, "--offline Orsay")));
    programs.put("clock server", List.of(clock));
    programs.put("clock client", List.of(TIME));
    programs.put("echo-single server", List.of(single));
    programs.put("echo-multi server", List.of(multi));
    programs.put("echo client 1", List.of(ECHO));
    programs.put("echo client 2", List.of(ECHO));
    programs.put("echo client 3", List.of(ECHO));
    programs.put("clock server + client", List.of(clock, TIME));
    programs.put("echo-single server + two clients", List.of(single, ECHO, ECHO));
    programs.put("echo-multi server + three clients", List.of(multi, ECHO, ECHO, ECHO));
    return programs;
  }

  @Test
  void startsTheSameProgramsInBothIdes() throws Exception {
    VsCode code = new VsCode();

    assertThat(code.launched()).isEqualTo(programs());
    assertThat(code.started()).isEqualTo(programs());
    assertThat(new IntelliJ().starts()).isEqualTo(programs());
    assertThat(programs().values().stream().flatMap(List::stream).map(Start::classFile))
        .allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void gradesEachExerciseInBothIdes() throws Exception {
    Map<String, List<String>> grading = new TreeMap<>();
    for (Course exercise : Course.all()) {
      grading.put("grade " + exercise.module(), List.of("-pl", exercise.module(), "test"));
    }

    assertThat(new VsCode().grading()).isEqualTo(grading);
    assertThat(new IntelliJ().grading()).isEqualTo(grading);
  }

  @Test
  void hasATestTaskAndOneThatGradesAtEachSave() throws Exception {
    VsCode code = new VsCode();
    JsonNode watch = code.task("grade at each save");

    assertThat(VsCode.picked())
        .containsExactlyInAnyOrder(
            Course.all().stream().map(Course::module).toArray(String[]::new));
    assertThat(VsCode.arguments(code.testTask())).containsExactly("-pl", VsCode.PICKED, "test");
    assertThat(VsCode.arguments(watch)).containsExactly("-pl", VsCode.PICKED, "test", "-Dwatch");
    assertThat(watch.path("isBackground").asBoolean(false)).isTrue();
    for (String language : List.of("", "_fr")) {
      Properties words =
          CourseTest.properties(
              Project.ROOT.resolve(
                  "common/src/test/resources/tp6/stage/text/words" + language + ".properties"));
      assertThat(words.getProperty("watch.grading"))
          .containsPattern(VsCode.text(watch.at("/problemMatcher/background"), "beginsPattern"));
      assertThat(words.getProperty("watch.waiting"))
          .containsPattern(VsCode.text(watch.at("/problemMatcher/background"), "endsPattern"));
    }
  }

  /** ConsolesTest proves that those commands do what the handouts say. */
  @Test
  void typesWhatTheHandoutsSay() throws Exception {
    StringBuilder handouts = new StringBuilder();
    for (Course exercise : Course.all()) {
      handouts.append(Files.readString(Project.ROOT.resolve(exercise.module() + "/README.md")));
    }

    for (JsonNode task : new VsCode().commands().toList()) {
      String command = VsCode.text(task, "command");
      if (!command.equals("java")) {
        assertThat(command).isEqualTo(WRAPPER);
        assertThat(task.at("/windows/command").asString())
            .isEqualTo(WRAPPER.replace('/', '\\') + ".cmd");
      }
      for (Course exercise : Course.all()) {
        String typed = typed(task).replace(VsCode.PICKED, exercise.module());
        assertThat(handouts).containsPattern("(?m)^(\\$ )?" + Pattern.quote(typed) + "( +#.*)?$");
      }
      assertThat(task.at("/presentation/panel").asString()).isEqualTo("dedicated");
    }
  }

  private static String typed(JsonNode task) {
    List<String> words = new ArrayList<>();
    words.add(VsCode.text(task, "command").equals("java") ? "java" : "mvn");
    for (String argument : VsCode.arguments(task)) {
      words.add(argument.contains(" ") ? argument.replaceFirst("=(.*)", "=\"$1\"") : argument);
    }
    return String.join(" ", words);
  }

  @Test
  void startsClientsAfterTheirServer() throws IOException {
    VsCode code = new VsCode();

    assertThat(code.sequences()).hasSize(3);
    assertThat(code.sequences())
        .allSatisfy(
            task -> {
              JsonNode server = code.task(task.at("/dependsOn/0").asString());
              assertThat(server.path("isBackground").asBoolean(false)).isTrue();
              assertThat(server.at("/problemMatcher/background/activeOnStart").asBoolean(false))
                  .isTrue();
            });
    assertThat(code.launchPatterns()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"clock, en", "clock, fr", "echo-single, en", "echo-multi, fr"})
  void noticesThatAServerListens(Course exercise, String language) throws Exception {
    VsCode code = new VsCode();
    JsonNode background = code.task(exercise.module() + " server").at("/problemMatcher/background");
    try (RunningProgram server =
        RunningProgram.startIn(language, exercise.module(), exercise.studentClass(), "0")) {
      String listens = server.line();
      String port = listens.replaceAll("\\D+", "");
      try (RunningProgram second =
          RunningProgram.startIn(language, exercise.module(), exercise.studentClass(), port)) {
        String taken = second.line();

        List<String> ready = new ArrayList<>(code.launchPatterns());
        ready.add(VsCode.text(background, "endsPattern"));
        assertThat(ready)
            .allSatisfy(pattern -> assertThat(listens).containsPattern(pattern))
            .allSatisfy(pattern -> assertThat(taken).doesNotContainPattern(pattern));
        // A line that begins something is not looked at any further.
        assertThat(listens).doesNotContainPattern(VsCode.text(background, "beginsPattern"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"clock client, clock", "echo client 1, echo-multi"})
  void runsTheCommandOfAClient(String label, Course exercise) throws Exception {
    try (RunningProgram server =
        RunningProgram.start(exercise.module(), exercise.studentClass(), "0")) {
      String port = server.line().replaceAll("\\D+", "");
      Process client = shell(typed(new VsCode().task(label)) + " localhost " + port);
      try (Writer keyboard = client.outputWriter(UTF_8)) {
        if (exercise != Exercises.CLOCK) {
          keyboard.write("bonjour\nquit\n");
        }
      }

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .containsPattern(exercise == Exercises.CLOCK ? "^\\d\\d:\\d\\d:\\d\\d" : "echo:bonjour");
      assertThat(client.waitFor()).isZero();
    }
  }

  /** As VS Code does it: in the project's folder, by the shell. */
  private static Process shell(String command) throws IOException {
    boolean windows = File.separatorChar == '\\';
    ProcessBuilder builder =
        new ProcessBuilder(windows ? "cmd" : "sh", windows ? "/c" : "-c", command)
            .directory(Project.ROOT.toFile())
            .redirectErrorStream(true);
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", java, (path, own) -> own + File.pathSeparator + path);
    return builder.start();
  }

  /** SourceCheckTest proves that this is what is told. */
  @Test
  void findsTheLineThatDoesNotCompile() throws IOException {
    String file = "clock/src/main/java/tp6/clock/ClockServer.java";
    List<JsonNode> byMaven = new VsCode().commands().filter(task -> task.has("windows")).toList();

    assertThat(byMaven).hasSize(10);
    for (JsonNode task : byMaven) {
      JsonNode matcher = task.path("problemMatcher");
      Matcher line =
          Pattern.compile(VsCode.text(matcher.path("pattern"), "regexp"))
              .matcher("  " + file + ":36:5: ';' expected");
      assertThat(line.matches()).isTrue();
      assertThat(Stream.of("file", "line", "column", "message"))
          .extracting(part -> line.group(matcher.path("pattern").get(part).asInt()))
          .containsExactly(file, "36", "5", "';' expected");
      assertThat(matcher.at("/fileLocation/0").asString()).isEqualTo("relative");
    }
  }

  @Test
  void recommendsTheJavaExtension() throws IOException {
    assertThat(VsCode.read("extensions.json").at("/recommendations/0").asString())
        .isEqualTo("vscjava.vscode-java-pack");
  }

  @Test
  void fetchesAMavenThatCannotBeExchanged() throws IOException {
    Properties wrapper = new Properties();
    try (InputStream in =
        Files.newInputStream(Project.ROOT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }

    assertThat(wrapper.getProperty("distributionType")).isEqualTo("only-script");
    assertThat(wrapper.getProperty("distributionUrl"))
        .matches("https://repo\\.maven\\.apache\\.org/.*/apache-maven-3\\.9\\.\\d+-bin\\.zip");
    assertThat(wrapper.getProperty("distributionSha256Sum")).matches(SHA_256);
    assertThat(wrapper.getProperty("distributionTarSha256Sum")).matches(SHA_256);
  }

  /** The script as it is generated would compare the .tar.gz with the sum of the .zip. */
  @Test
  void fetchesItWithoutUnzip() throws IOException {
    assertThat(Files.readString(Project.ROOT.resolve("mvnw")))
        .containsSubsequence(
            "distributionTarSha256Sum=$(trim",
            "if ! command -v unzip",
            "distributionSha256Sum=\"${distributionTarSha256Sum-}\"",
            "if [ -n \"${distributionSha256Sum-}\" ]");
  }

  @Test
  void hasScriptsForBothKindsOfSystem() throws IOException {
    Path script = Project.ROOT.resolve("mvnw");
    String batch = Files.readString(Project.ROOT.resolve("mvnw.cmd"));

    assertThat(script).isExecutable();
    assertThat(Files.readString(script)).startsWith("#!/bin/sh\n").doesNotContain("\r");
    assertThat(batch.split("\r\n", -1)).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
  }

  @Test
  void keepsTheScriptExecutableInGit() throws IOException {
    FileRepositoryBuilder git =
        new FileRepositoryBuilder().findGitDir(Project.ROOT.toRealPath().toFile());
    assumeTrue(git.getGitDir() != null, "not a clone");
    try (Repository repository = git.build()) {
      assertThat(repository.readDirCache().getEntry("mvnw").getFileMode())
          .isEqualTo(FileMode.EXECUTABLE_FILE);
    }
  }

  @Test
  void leavesToGitWhatIsShared() throws IOException {
    IgnoreNode ignore = new IgnoreNode();
    try (InputStream in = Files.newInputStream(Project.ROOT.resolve(".gitignore"))) {
      ignore.parse(in);
    }

    for (String folder : List.of(".vscode", ".run")) {
      try (Stream<Path> files = Files.list(Project.ROOT.resolve(folder))) {
        for (Path file : files.toList()) {
          assertThat(isIgnored(ignore, Project.ROOT.relativize(file))).as("%s", file).isFalse();
          assertThat(Files.readString(file)).endsWith("\n").doesNotContain("\r");
        }
      }
    }
    for (String own :
        List.of("clock/target/a", ".idea/a", "clock/clock.iml", "grade/a", "grader.jar")) {
      assertThat(isIgnored(ignore, Path.of(own))).as(own).isTrue();
    }
    for (String shared : List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties")) {
      assertThat(isIgnored(ignore, Path.of(shared))).as(shared).isFalse();
    }
  }

  /** A file is ignored, too, where a folder around it is. */
  private static boolean isIgnored(IgnoreNode ignore, Path file) {
    String path = file.toString().replace('\\', '/');
    return Boolean.TRUE.equals(ignore.checkIgnored(path, false))
        || (file.getParent() != null && isIgnoredFolder(ignore, file.getParent()));
  }

  private static boolean isIgnoredFolder(IgnoreNode ignore, Path folder) {
    String path = folder.toString().replace('\\', '/');
    return Boolean.TRUE.equals(ignore.checkIgnored(path, true))
        || (folder.getParent() != null && isIgnoredFolder(ignore, folder.getParent()));
  }

  /** The README tells which stages {@code -Dstage=1} grades. */
  @Test
  void namesAStageThatNeedsNoOther() throws Exception {
    assertThat(CourseTest.stages(Exercises.CLOCK).get(0).needs()).isEmpty();
    assertThat(Files.readString(Project.ROOT.resolve("README.md")))
        .contains("`./mvnw -pl clock test -Dstage=1` grades stage 1 alone");
    assertThat(Files.readString(Project.ROOT.resolve("README.fr.md")))
        .contains("`./mvnw -pl clock test -Dstage=1` note l'étape 1 seule");
  }
}
