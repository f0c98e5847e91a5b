package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Bank;
import tp6.grader.Exercises;
import tp6.grader.Project;
import tp6.grader.course.Course;
import tp6.grader.report.Samples;
import tp6.grader.store.ResultFolder;

/** The command without any grading. */
class DiffCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void handIn() throws IOException {
    Bank.entry("clock/right/Recursion").copyInto(folder.resolve("dupont"));
    Bank.entry("clock/right/Recursion").copyInto(folder.resolve("class/dupont"));
    Bank.entry("clock/wrong/NeverCloses").copyInto(folder.resolve("martin"));
  }

  @Test
  void endsWithTheStatusOfDiff() {
    assertThat(diff("dupont", "class/dupont")).isZero();
    assertThat(out.toString()).isEqualTo("clock/ClockServer.java: same\n");
    assertThat(diff("dupont", "martin")).isEqualTo(1);
    assertThat(diff("dupont", "nobody")).isEqualTo(2);
    assertThat(diff("dupont", "martin", "--html", path("no/page.html"))).isEqualTo(2);
    assertThat(err.toString())
        .endsWith("grader: cannot be written: " + path("no/page.html") + "\n");
  }

  @Test
  void comparesTwoExercisesOfOne() throws IOException {
    for (Course exercise : List.of(Exercises.ECHO_SINGLE, Exercises.ECHO_MULTI)) {
      Path target = folder.resolve("dupont").resolve(exercise.studentFile());
      Files.createDirectories(target.getParent());
      Files.copy(Project.solution(exercise), target);
    }

    int status = run("diff", path("dupont"), "--exercise", "echo-multi,echo-single", "--no-run");

    assertThat(status).as(err.toString()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("--- dupont/echo-multi/EchoServer.java\n+++ dupont/echo-single/EchoServer.java")
        .contains(
            """
            -      Socket client = listener.accept();
            -      new Thread(() -> speakToClient(client)).start();
            +      speakToClient(listener.accept());
            """);
  }

  @Test
  void comparesWithTheCourseItself() {
    int status = run("diff", path("dupont"), Project.ROOT.toString(), "--no-run", "--raw");

    assertThat(status).as(err.toString()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "--- dupont/clock/ClockServer.java\n", "// BEGIN SOLUTION", "\necho-single: only in ");
  }

  @Test
  void tellsTwoOfOneNameApart() {
    assertThat(diff("dupont", "class/dupont", "--raw", "--json", path("d.json"))).isZero();

    assertThat(folder.resolve("d.json"))
        .content()
        .contains("\"name\" : \"%s\"".formatted(path("class/dupont")));
  }

  @Test
  void writesAPageAndJsonBesides() {
    diff("dupont", "martin", "--html", path("d.html"), "--json", path("d.json"), "--lang", "fr");

    assertThat(folder.resolve("d.html")).content().contains("<title>dupont et martin</title>");
    assertThat(folder.resolve("d.json")).content().contains("\"same\" : false");
    assertThat(out.toString()).contains("--- dupont/clock/ClockServer.java");
  }

  @Test
  void takesGradesThatThereAre() throws IOException {
    Path grades = folder.resolve("grades");
    ResultFolder.write(Samples.result("martin", Samples.perfect("clock")), grades);

    assertThat(diff("dupont", "martin", "--grades", grades.toString(), "--json", path("d.json")))
        .isEqualTo(1);
    assertThat(diff("dupont", "martin", "--grades", grades.resolve("grade.json").toString()))
        .isEqualTo(1);
    assertThat(folder.resolve("d.json")).content().contains("\"earned\" : 20");
  }

  @Test
  void saysWhereThereAreNoGrades() throws IOException {
    ResultFolder.write(Samples.result("other", Samples.perfect("clock")), folder.resolve("grades"));

    assertThat(diff("dupont", "martin", "--grades", path("grades"))).isEqualTo(2);
    assertThat(err.toString()).contains("grader: --grades holds no grade of dupont, martin\n");
    assertThat(diff("dupont", "martin", "--grades", path("class"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("grader: no grade.json, and not what grade has written: " + path("class"));
  }

  @Test
  void tellsWhatIsNotCompared() throws IOException {
    Files.writeString(
        folder.resolve("dupont").resolve(Exercises.CLOCK.sourceFolder()).resolve("Odd-Name.java"),
        "x");

    assertThat(diff("dupont", "class/dupont")).isZero();
    assertThat(err.toString())
        .isEqualTo(
            path("dupont")
                + ": clock/src/main/java/tp6/clock/Odd-Name.java"
                + "  refused: not a Java name, or not one that ends in .java\n");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Two of the submissions that are there, with nothing run. */
  private int diff(String left, String right, String... options) {
    return run(
        Stream.concat(Stream.of("diff", path(left), path(right), "--no-run"), Stream.of(options))
            .toArray(String[]::new));
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
