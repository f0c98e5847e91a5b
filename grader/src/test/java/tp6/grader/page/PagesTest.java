package tp6.grader.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tp6.grader.Exercises;
import tp6.grader.diff.Comparison;
import tp6.grader.diff.Sources;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.marking.MarkingFiles;
import tp6.grader.moodle.Absentees;
import tp6.grader.report.Nasty;
import tp6.grader.report.NaturalOrder;
import tp6.grader.report.Samples;
import tp6.grader.store.RunFolder;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;

@Tag("once")
@Tag("slow")
class PagesTest {
  static final List<String> NASTY =
      Stream.concat(
              Nasty.NAMES.stream(),
              Stream.of(
                  "</script><img src=x onerror=\"document.title='taken'\">",
                  "\"><svg onload=alert(1)>",
                  "${7*7} @if(true)",
                  "javascript:alert(1)",
                  "../../out",
                  "]]></style><base href=//x>"))
          .toList();

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z!][a-zA-Z0-9]*)");
  private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"(.*?)\"");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir private Path out;

  @ParameterizedTest
  @FieldSource("NASTY")
  void showForeignTextAsText(String text) throws IOException {
    Path nice = Written.pages(List.of(Synthetic.nasty("nice")), out.resolve("nice"));
    Path nasty = Written.pages(List.of(Synthetic.nasty(text)), out.resolve("nasty"));

    assertThat(tags(nasty)).isEqualTo(tags(nice));
    assertThat(tags(student(nasty))).isEqualTo(tags(student(nice)));
    for (Path page : List.of(nasty, student(nasty))) {
      assertThat(Files.readString(page)).matches("[\\n\\P{C}]*");
      assertThat(links(page))
          .allMatch(link -> link.matches("(\\./|\\.\\./|students/|#)[^:?/]*(#.*)?"));
    }
  }

  @Test
  void showWhatWasAnsweredInLinesThatFit() throws IOException {
    Map<String, String> answers = Map.of("echo-single/answers.md", "# Q\n\n" + "mot ".repeat(99));
    Result result = Samples.handedIn(Synthetic.nasty("nice"), Optional.empty(), answers);

    String page = Files.readString(student(Written.pages(List.of(result), out)));

    assertThat(page).contains("<h2 id=\"echo-single-answers\">", "<pre># Q\n\nmot mot");
    assertThat(page).doesNotContain("mot ".repeat(30), "clock-answers");
  }

  @Test
  void nameThoseWhoHaveHandedInNothing() throws IOException {
    List<Result> results = List.of(Synthetic.nasty("nice"));
    List<Absentees.Student> students =
        Stream.concat(NASTY.stream(), Collections.nCopies(100, "Paul").stream())
            .map(name -> new Absentees.Student(2, "1", name, ""))
            .toList();

    Path index =
        Pages.write(
            new RunFolder(out),
            results,
            Marking.USUAL,
            out.resolve("report"),
            Differences.NONE,
            new Absentees("a<b.csv", students, false));

    String page = Files.readString(index);
    assertThat(page)
        .contains("<h2>Nothing handed in</h2>", "row in a&lt;b.csv.", "<li>Paul</li>")
        .contains("<p>… and " + NASTY.size() + " more</p>")
        .doesNotContain("<img", "<svg onload")
        .matches("[\\n\\P{C}]*");
    assertThat(page.split("<li>Paul</li>", -1)).hasSize(100 - NASTY.size() + 1);
  }

  @Test
  void sayHowMarksAreMade() throws IOException {
    List<Result> results = Synthetic.results(1, "fr");
    RunFolder folder = Written.run(results, out);
    Files.writeString(out.resolve("marking.properties"), "points.clock.2 = 6\nweight.weather = 1");
    Marking marking = MarkingFiles.read(List.of(), out, Set.of());
    String told = "Dans la note, clock compte 23 points au lieu de 20 : l'étape 2 en compte 6";
    String weights = "Poids dans la note : weather 1, clock 23, echo-single 20, echo-multi 20";

    Path report = out.resolve("report");
    Path index = Pages.write(folder, results, marking, report, Differences.NONE, Absentees.NONE);
    HandBack.write(folder, results, marking, out, Optional.empty(), Absentees.NONE);

    assertThat(Files.readString(index)).contains(told, weights);
    assertThat(Files.readString(student(index))).contains(told, weights);
    Path feedback = out.resolve("submissions/student0000/feedback.md");
    assertThat(Files.readString(feedback)).contains("    " + told + "\n    " + weights + "\n");
  }

  /** The only one. */
  private static Path student(Path index) throws IOException {
    try (Stream<Path> pages = Files.list(index.resolveSibling("students"))) {
      return pages.findFirst().orElseThrow();
    }
  }

  /** Less the lines of a drawing, of which a longer text has more. */
  private static List<String> tags(Path page) throws IOException {
    return TAG.matcher(Files.readString(page))
        .results()
        .map(MatchResult::group)
        .filter(tag -> !tag.endsWith("text"))
        .toList();
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).toList();
  }

  @Test
  void leadToEveryStudent() throws IOException {
    List<Result> results =
        NASTY.stream()
            .distinct()
            .map(Synthetic::nasty)
            .sorted(Comparator.comparing(Result::id))
            .toList();

    Path index = Written.pages(results, out);

    assertThat(
            ROW.matcher(Files.readString(index))
                .results()
                .map(row -> index.resolveSibling(URI.create(row.group(1)).getPath())))
        .hasSize(results.size())
        .doesNotHaveDuplicates()
        .allMatch(Files::isRegularFile);
  }

  @Test
  void areWrittenForAThousandInTimeAndInLittleSpace() throws IOException {
    List<Result> results = Synthetic.results(1000, "fr");
    RunFolder folder = Written.run(results, out);
    List<Result> held = results.stream().map(Result::withoutStories).toList();

    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Path index =
        Pages.write(
            folder, held, Marking.USUAL, out.resolve("report"), Differences.NONE, Absentees.NONE);

    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(worked)).isLessThan(Duration.ofSeconds(10));
    assertThat(Files.size(index)).isLessThan(2_000_000);
  }

  @Test
  void tellHowSubmissionsDifferFromTheReference() throws IOException {
    String file = Exercises.CLOCK.studentFile().substring(Exercises.CLOCK.sourceFolder().length());
    Sources reference = new Sources(Exercises.CLOCK, Map.of(file, "class ClockServer { int a; }"));
    Sources own = new Sources(Exercises.CLOCK, Map.of(file, "class ClockServer { <b>& \u202e }"));

    Path index =
        Written.pages(
            List.of(Synthetic.nasty("dupont")),
            out,
            result -> List.of(Comparison.ofText(reference, own)));

    assertThat(Files.readString(student(index)))
        .contains("Compared with the reference")
        .contains("<td class=\"less\">class ClockServer { int a; }</td>")
        .contains("class ClockServer { &lt;b&gt;&amp; \\u{202E} }");
  }

  @Test
  void markWhatIsNotStable() throws IOException {
    Result result =
        Samples.result(
            "dupont",
            Samples.repeated(
                Samples.graded("clock", Outcome.PASSED, Outcome.FAILED),
                2,
                Outcome.FAILED,
                Outcome.PASSED,
                Outcome.FAILED));

    Path index = Written.pages(List.of(result), out);

    for (Path page : List.of(index, student(index))) {
      assertThat(Files.readString(page))
          .contains("clock 2: failed with seed 42, 9; passed with seed 8");
    }
  }

  @Test
  void nameThoseForWhomThereWasNoTime() throws IOException {
    Result result =
        Samples.result("dupont", Samples.perfect("clock"), Samples.outOfTime("echo-multi"));

    Path index = Written.pages(List.of(result), out);

    assertThat(Files.readString(index))
        .contains("submissions: 1, graded: 0, not graded: 1", "<h2>Out of time</h2>")
        .contains("no mark is given. When it has less to do, the same command with --resume")
        .contains("dupont</a> echo-multi", "<td class=\"o\">◷</td>")
        .contains("<tr data-has=\"f o p\">")
        .doesNotContain("<h2>Not graded</h2>");
    assertThat(Files.readString(student(index)))
        .contains("<strong>- / 40</strong>", "<span class=\"points\">- / 20</span>")
        .contains("Out of time: some of its stages could not be judged, most likely because")
        .contains("id=\"echo-multi-2\"", "<td class=\"number\">out of time</td>");
  }

  @Test
  void tellWhoFailedAStageAndWhy() throws IOException {
    Result late = Samples.result("fork10", Samples.graded("clock", Outcome.PASSED, Outcome.FAILED));
    Result early = Samples.result("fork2", Samples.graded("clock", Outcome.PASSED, Outcome.FAILED));
    Result right = Samples.result("fork3", Samples.graded("clock", Outcome.PASSED, Outcome.PASSED));

    Path index = Written.pages(List.of(late, early, right), out);

    assertThat(Files.readString(index).replaceAll("\\n", ""))
        .containsPattern(
            "<details id=\"clock-2\"><summary>.*67 % \\(2\\)</span> <b>clock 2</b>.*</summary>"
                + ".*<span class=\"count\">2</span> "
                + ".*students/fork10.html#clock-2\">fork10</a>.*fork2.html#clock-2\">fork2</a>")
        .contains("aria-label=\"33 % passed clock 2: who failed it, and why\">33</a>")
        .doesNotContain("<details id=\"clock-1\">");
  }

  @Test
  void beginWithWhatToMendAndLeadToTheLineThatAStoryNames() throws IOException {
    Result result =
        Samples.handedIn(
            Samples.result(
                "dupont",
                Samples.perfect("echo-multi"),
                Samples.without(
                    "clock",
                    Status.DOES_NOT_COMPILE,
                    "",
                    new SourceError("tp6/clock/ClockServer.java", 2, 9, "';' expected", "int a"))),
            Optional.empty(),
            Map.of(Exercises.CLOCK.studentFile(), "class ClockServer {\n\tint a\n}\n"));

    String page = Files.readString(student(Written.pages(List.of(result), out)));

    assertThat(page)
        .contains("<a href=\"#clock-why\">clock</a> ")
        .contains("<a href=\"#clock-ClockServer.java-2\">ClockServer.java:2</a>:9: ")
        .contains(
            "<li id=\"clock-ClockServer.java-2\" class=\"named\">    int a"
                + " <a class=\"f\" href=\"#clock-why\">!</a></li>")
        .contains("<li>class ClockServer {</li>", "<details class=\"source\" open>");
  }

  @Test
  void showNoMoreOfASourceThanCanBeRead() throws IOException {
    Result result =
        Samples.handedIn(
            Samples.result("dupont", Samples.perfect("clock")),
            Optional.empty(),
            Map.of(Exercises.CLOCK.studentFile(), ("x".repeat(400) + "\n").repeat(5_000)));

    Path page = student(Written.pages(List.of(result), out));

    assertThat(page).content().contains("… and 4400 more lines, which are not shown");
    assertThat(Files.size(page)).isLessThan(200_000);
  }

  @Test
  void leadFromOneStudentToTheNext() throws IOException {
    List<Result> results =
        Stream.of("fork10", "fork2", "a:b").map(id -> Samples.result(id)).toList();
    List<Result> sorted = new ArrayList<>(results);
    NaturalOrder.sort(sorted);

    Path students = Written.pages(sorted, out).resolveSibling("students");

    assertThat(sorted).extracting(Result::id).containsExactly("a:b", "fork2", "fork10");
    assertThat(students.resolve("fork2.html"))
        .content()
        .contains("<a rel=\"prev\" href=\"./a_b~")
        .contains("<a rel=\"next\" href=\"./fork10.html\">fork10 →</a>");
    assertThat(students.resolve("fork10.html")).content().doesNotContain("rel=\"next\"");
  }

  @Test
  void tellWhatTheClassHasReached() {
    Figures figures = Figures.of(List.of(2.0, 20.0, 10.0, 9.5), 20);

    assertThat(figures).isEqualTo(new Figures(4, "20", "10.38", "7.63", "9.75", "12.5", "50"));
    assertThat(Figures.of(List.of(7.0), 20))
        .isEqualTo(new Figures(1, "20", "7", "7", "7", "7", "0"));
  }

  @Test
  void areThereForAnEmptyClass() throws IOException {
    assertThat(Written.pages(List.of(), out)).content().contains("submissions: 0");
  }
}
