package tp6.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.Exercises;
import tp6.grader.fuzz.Fuzz;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.process.Folders;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.stage.report.Grade;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.setting.Seed;

/** What parts tell is believed as far as it can be; the rest costs its submission, and names it. */
@Tag("once")
class MergeCommandTest {
  private static final Rules RULES =
      new Rules(
          List.of(Exercises.CLOCK),
          Locale.ENGLISH,
          "7",
          Duration.ofSeconds(90),
          OptionalInt.empty(),
          "17",
          Isolation.PROCESS);

  private static final List<String> ALL = List.of("alice", "bob", "carol");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void gradeInTwoParts() throws IOException {
    Files.writeString(
        folder.resolve("class.csv"),
        "id,path,name,email\nalice,a,Alice,a@x.org\nbob,b,Bob,b@x.org\ncarol,c,Carol,c@x.org\n");
    write("one", "1/2", List.of("alice", "carol"));
    write("two", "2/2", List.of("bob"));
  }

  private void begin(String name, String shard, List<String> ids, List<String> all)
      throws IOException {
    Run run = Run.of(RULES, "digest", shard, ids).cutFrom(all);
    new RunFolder(folder.resolve(name)).begin(run);
  }

  private void write(String name, String shard, List<String> ids) throws IOException {
    RunFolder part = new RunFolder(folder.resolve(name));
    begin(name, shard, ids, ALL);
    for (String id : ids) {
      part.write(result(id));
    }
  }

  private static Result result(String id) {
    List<StageResult> stages =
        Grade.stagesBefore(Exercises.CLOCK.stages(), Locale.ENGLISH).stream()
            .map(
                one ->
                    new StageResult(
                        one.number(),
                        one.title(),
                        one.points(),
                        one.needs(),
                        one.number() == 1 ? Outcome.PASSED : Outcome.FAILED,
                        Optional.empty()))
            .toList();
    return new Result(
        id,
        id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1),
        id.charAt(0) + "@x.org",
        "",
        "en",
        Seed.of("7", "submission/" + id),
        90,
        Optional.empty(),
        "process",
        List.of(new ExerciseResult("clock", Status.GRADED, "", stages, List.of())),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void takesWhatFits() throws IOException {
    assertThat(merge()).isZero();

    assertThat(folder.resolve("all/grades.csv")).content().contains("alice", "bob", "carol");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void namesWhoOfAWorksheetIsInNoPart() throws IOException {
    Path sheet = folder.resolve("sheet.csv");
    Files.writeString(
        sheet,
        "Identifier,Full name,Email address,Grade\n1,Alice,a@x.org,\n2,Dan,d@x.org,\n3,Bob,b@x.org,\n");

    assertThat(merge("--moodle-worksheet", sheet.toString())).isZero();

    assertThat(err.toString())
        .contains("grader: sheet.csv has no submission for Dan (row 3)\n")
        .doesNotContain("Bob");
    assertThat(Files.readAllLines(folder.resolve("all/grades.csv")))
        .hasSize(5)
        .last()
        .asString()
        .startsWith("2,Dan,d@x.org,not-graded,");
    assertThat(folder.resolve("all/report/index.html")).content().contains("<li>Dan</li>");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"points\" : 3', '\"points\" : 14000', clock",
    "'\"points\" : 3', '\"points\" : -5', clock",
    "'\"number\" : 2,', '\"number\" : 99,', clock",
    "'\"exercise\" : \"clock\"', '\"exercise\" : \"/../../x\"', clock",
    "'\"email\" : \"b@x.org\"', '\"email\" : \"eve@x.org\"', its name or its address",
    "'\"isolation\" : \"process\"', '\"isolation\" : \"bwrap\"', how it was graded",
    "'\"status\" : \"graded\"', '\"status\" : \"refused\"', clock",
    "'\"id\" : \"bob\"', '\"id\" : \"alice\"', its grade.json cannot be read",
    "'\"exercises\" : [', '\"exercises\" : 7, \"x\" : [', its grade.json cannot be read",
  })
  void namesTheOneThatDoesNotFit(String told, String forged, String complaint) throws IOException {
    Path grade = folder.resolve("two/submissions/bob/grade.json");
    String text = Files.readString(grade);
    assertThat(text).contains(told);
    Files.writeString(grade, text.replace(told, forged));

    assertThat(merge()).isEqualTo(1);

    assertThat(folder.resolve("all/grades.json")).content().contains(complaint);
    assertThat(out.toString()).contains("submissions: 3, graded: 2, not graded: 1");
    assertThat(folder.resolve("all/grades.csv")).content().contains("alice", "carol");
    assertThat(folder.resolve("TEST-x.xml")).doesNotExist();
  }

  @Test
  void namesWhoCameBetweenTwoParts() throws IOException {
    begin("two", "2/2", List.of("bob"), List.of("alice", "bob", "carol", "zoe"));

    assertThat(merge()).isEqualTo(2);

    assertThat(err.toString())
        .contains(folder.resolve("two") + " was cut from another list than")
        .contains("only one of them has zoe: grade both with the same list");
  }

  @Test
  void leavesOutWhoIsInNoList() throws IOException {
    new RunFolder(folder.resolve("two")).write(result("eve"));

    assertThat(merge()).isZero();

    assertThat(err.toString()).contains("in no list, and left out: eve");
    assertThat(folder.resolve("all/grades.csv")).content().doesNotContain("eve");
  }

  @ParameterizedTest
  @CsvSource({
    "1/x, 2",
    "3/2, 2",
    "1/2147483647, 2",
    "1/99999, 2",
    "1/2, 2",
  })
  void refusesAPartThatIsNone(String shard, int status) throws IOException {
    Path run = folder.resolve("two/run.json");
    Files.writeString(run, Files.readString(run).replace("2/2", shard));

    assertThat(merge()).isEqualTo(status);

    assertThat(err.toString().lines().findFirst().orElse("")).startsWith("grader: ");
    assertThat(err.toString()).hasSizeLessThan(500).doesNotContain("Exception");
  }

  @Test
  void refusesAPartThatClaimsOthers() throws IOException {
    Folders.delete(folder.resolve("two"));
    write("two", "2/2", List.of("bob", "eve"));

    assertThat(merge()).isEqualTo(2);

    assertThat(err.toString()).contains("is not part 2/2 of");
  }

  @Test
  void survivesAnyPart() throws IOException {
    Path grade = folder.resolve("two/submissions/bob/grade.json");
    Path run = folder.resolve("two/run.json");
    byte[] rightGrade = Files.readAllBytes(grade);
    byte[] rightRun = Files.readAllBytes(run);
    Fuzz.times(
        60,
        garbage -> {
          Files.write(grade, garbage.mutated(rightGrade));
          Files.write(run, garbage.chance(20) ? garbage.mutated(rightRun) : rightRun);
          Folders.delete(folder.resolve("all"));

          assertThat(merge()).isBetween(0, 2);
          assertThat(err.toString()).doesNotContain("\tat ");
        });
  }

  private int merge(String... more) {
    List<String> command =
        new ArrayList<>(List.of("merge", part("one"), part("two"), "--out", part("all")));
    command.addAll(List.of("--list", part("class.csv")));
    command.addAll(List.of(more));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), command.toArray(String[]::new));
  }

  private String part(String name) {
    return folder.resolve(name).toString();
  }
}
