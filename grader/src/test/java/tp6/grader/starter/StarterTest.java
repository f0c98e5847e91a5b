package tp6.grader.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.Exercises;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.process.Folders;
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;
import tp6.stage.report.Outcome;

/** The gate: what students fork is sound, and nothing of a solution is left in it. */
class StarterTest {
  private static final Path FOLDER = Path.of("target/starter");

  /** Shorter lines are everybody's. */
  private static final int TRIVIAL = 31;

  private static final Pattern IDIOM =
      Pattern.compile("} catch \\(\\w+ e\\) \\{|Thread.currentThread\\(\\).interrupt\\(\\);");

  private static Map<String, byte[]> starter;

  @BeforeAll
  static void write() throws Exception {
    starter = Starter.of(CourseCopy.ORIGINAL, new TreeSet<>());
    Folders.delete(FOLDER);
    StarterFolder.write(starter, FOLDER);
  }

  @Test
  void hasThisTopLevel() throws IOException {
    try (Stream<Path> top = Files.list(FOLDER)) {
      assertThat(top.map(path -> path.getFileName().toString()))
          .filteredOn(name -> !name.startsWith(".") && !name.startsWith("mvnw"))
          .containsExactlyInAnyOrder(
              "pom.xml",
              "weather",
              "clock",
              "echo-single",
              "echo-multi",
              "common",
              "README.md",
              "README.fr.md",
              "LICENSE",
              "NOTICE");
    }
  }

  @Test
  void speaksOfNothingThatStudentsDoNotHave() {
    for (Map.Entry<String, byte[]> file : starter.entrySet()) {
      assertThat(text(file.getValue()))
          .as(file.getKey())
          .doesNotContain("SOLUTION", "src/test/bank", "mutation", "spotless", "-Pstrict");
    }
    assertThat(text(starter.get("pom.xml")))
        .doesNotContain("grader", "picocli", "<profile", "AUTHORS", "\n\n\n");
  }

  @Test
  void namesNoVersionThatNothingStandsIn() {
    String poms =
        starter.keySet().stream()
            .filter(path -> path.endsWith("pom.xml"))
            .map(path -> text(starter.get(path)))
            .collect(Collectors.joining());
    List<String> versions =
        Pattern.compile("<([\\w-]+\\.version)>")
            .matcher(text(starter.get("pom.xml")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(versions).hasSizeGreaterThan(3);
    assertThat(poms).contains(versions.stream().map("${%s}"::formatted).toList());
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void leavesNoLineOfASolution(Course exercise) throws IOException {
    Set<String> stub = Set.copyOf(lines(text(starter.get(exercise.studentFile()))));
    List<String> cut =
        lines(Files.readString(CourseCopy.ORIGINAL.resolve(exercise.studentFile()))).stream()
            .filter(line -> !stub.contains(line) && !line.startsWith("import "))
            .filter(line -> line.length() > TRIVIAL && !IDIOM.matcher(line).matches())
            .toList();

    assertThat(cut).hasSizeGreaterThan(2);
    for (Map.Entry<String, byte[]> file : starter.entrySet()) {
      assertThat(cut).as(file.getKey()).doesNotContainAnyElementsOf(lines(text(file.getValue())));
    }
  }

  @Test
  void keepsWhatTheStudentNeedsAndNothingElse() {
    assertThat(text(starter.get(Exercises.CLOCK.studentFile())))
        .contains(
            "private final Clock clock;",
            "    // TODO accept one client after the other, and tell each the time\n"
                + "    // À FAIRE : accepter un client après l'autre, et donner l'heure à chacun\n"
                + "    throw new UnsupportedOperationException(\"TODO\");\n")
        .doesNotContain("tellTime", "DateTimeFormatter", "import static");
    assertThat(text(starter.get(Exercises.ECHO_MULTI.studentFile())))
        .contains(
            "private void speakToClient(Socket client) {", "// TODO answer each line with \"echo:")
        .doesNotContain("SocketException", "Optional", "LineSocket");
    assertThat(text(starter.get(Exercises.WEATHER.studentFile())))
        .contains("private final String apiKey;")
        .doesNotContain("HttpClient", "273.16", "ask(", "\n\n\n");
  }

  @Test
  void solvedIsTheCourseLessTheMarkers() throws Exception {
    Map<String, byte[]> solved = Starter.of(CourseCopy.ORIGINAL, Set.copyOf(Course.all()));

    assertThat(solved.keySet()).isEqualTo(starter.keySet());
    Set<String> students = new HashSet<>();
    for (Course exercise : Course.all()) {
      students.add(exercise.studentFile());
      String solution = Files.readString(CourseCopy.ORIGINAL.resolve(exercise.studentFile()));
      assertThat(text(solved.get(exercise.studentFile())))
          .isEqualTo(solution.replaceAll("(?m)^ *// (BEGIN|END) SOLUTION.*\\R", ""));
    }
    starter.forEach(
        (path, content) -> {
          if (!students.contains(path)) {
            assertThat(solved.get(path)).as(path).isEqualTo(content);
          }
        });
  }

  @Test
  void solvesOnlyWhatIsAskedFor() throws Exception {
    Map<String, byte[]> some = Starter.of(CourseCopy.ORIGINAL, Set.of(Exercises.ECHO_SINGLE));

    assertThat(text(some.get(Exercises.ECHO_SINGLE.studentFile()))).doesNotContain("TODO");
    assertThat(some.get(Exercises.CLOCK.studentFile()))
        .isEqualTo(starter.get(Exercises.CLOCK.studentFile()));
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void compilesWithoutAWarning(Course exercise, @TempDir Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter warnings = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "-Xlint:all", "-Werror", "--release", "17", "-proc:none", "-d", classes.toString());
      List<Path> sources = new ArrayList<>(sources("common"));
      sources.addAll(sources(exercise.module()));
      boolean compiles =
          compiler
              .getTask(
                  warnings, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiles).as(warnings.toString()).isTrue();
    }
  }

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(module).resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }

  /** The formatter is a program of its own here: it needs javac's inside, as our tests do not. */
  @Test
  void isFormatted() throws Exception {
    assumeThat(Runtime.version().feature()).as("the formatter does not run on 25").isLessThan(25);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String inside : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + inside + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("com.google.googlejavaformat.java.Main", "--dry-run"));
    for (Course exercise : Course.all()) {
      command.add(FOLDER.resolve(exercise.studentFile()).toString());
    }

    Process formatter = new ProcessBuilder(command).redirectErrorStream(true).start();
    String toBeFormatted = new String(formatter.getInputStream().readAllBytes(), UTF_8);

    assertThat(toBeFormatted).isEmpty();
    assertThat(formatter.waitFor()).isZero();
  }

  @Test
  void earnsNothingYetAtOnceAndForkersAreToldNothingElse() throws IOException {
    Rules rules =
        new Rules(
            Course.all(),
            Locale.ENGLISH,
            "1",
            Duration.ofMinutes(10),
            OptionalInt.empty(),
            "17",
            Isolation.PROCESS);
    Result result;
    try (Grader grader = new Grader(rules, 2)) {
      result = grader.gradeFiles(new Candidate("starter", FOLDER, "", "")).join();
    }

    assertThat(result.earned()).isZero();
    assertThat(result.notes()).isEmpty();
    assertThat(result.exercises())
        .allSatisfy(
            exercise -> {
              assertThat(exercise.status()).isEqualTo(Status.NOT_STARTED);
              assertThat(exercise.stages())
                  .allMatch(stage -> stage.outcome() == Outcome.NOT_STARTED);
            });
  }

  @Test
  void hasAPlaceForAnswersAndAQuietMaven() {
    assertThat(starter)
        .containsKeys(Exercises.ECHO_SINGLE.answers(), Exercises.ECHO_MULTI.answers());
    assertThat(text(starter.get(".mvn/maven.config")).lines())
        .contains("-am", "-q")
        .noneMatch(line -> line.startsWith("-P"));
  }

  @Test
  void shellsCanStartTheWrapper() {
    assumeThat(FOLDER.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assumeThat(FOLDER.resolve("mvnw")).exists();
    assertThat(FOLDER.resolve("mvnw")).isExecutable();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).collect(Collectors.toList());
  }

  private static String text(byte[] content) {
    return new String(content, UTF_8);
  }
}
