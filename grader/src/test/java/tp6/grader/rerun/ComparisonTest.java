package tp6.grader.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.report.Nasty;
import tp6.grader.report.Samples;
import tp6.grader.report.Schemas;
import tp6.grader.store.ClassFolder;
import tp6.grader.store.GradedClass;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Refused;
import tp6.stage.report.SourceError;

@Tag("once")
class ComparisonTest {
  private static final Result ALICE = Samples.student("alice", "Alice", "", perfect());
  private static final Result WORSE =
      Samples.student(
          "alice",
          "Alice",
          "",
          Samples.repeated(
              Samples.graded("clock", PASSED, FAILED, WAITING), 2, FAILED, PASSED, FAILED));
  private static final Result BOB =
      Samples.result(
          "bob",
          Samples.without(
              "clock",
              Status.DOES_NOT_COMPILE,
              "",
              new SourceError("A.java", 1, 1, "';' expected", "")));
  private static final Result BETTER = Samples.result("bob", perfect());
  private static final Result CAROL = Samples.result("carol", perfect());
  private static final Result DAN = Samples.result("dan", perfect());
  private static final Result EVE =
      Samples.result("eve", Samples.graded("clock", PASSED, FAILED, WAITING));

  @TempDir Path folder;
  private Path old;
  private Path now;

  private static ExerciseResult perfect() {
    return Samples.perfect("clock");
  }

  @BeforeEach
  void gradeTwice() throws IOException {
    old = graded("old", "1", ALICE, BOB, CAROL, EVE);
    now = graded("now", "2", WORSE, BETTER, DAN, EVE);
  }

  @Test
  void tellsWhoMovedAtWhichStageAndWhy() throws IOException {
    assertThat(text(old, now))
        .isEqualTo(
            """
            alice (Alice)                                           20 -> 2 / 20
              clock 2  sends the time as HH:mm:ss                         7 -> 0
                   0.012  Alice  expected another line; expected: "09:05:07"; received: "9:5:7"
                   not stable: failed with seed 42, 9; passed with seed 8
              clock 3  closes right after it                             11 -> 0
                   blocked by stage 2

            bob                                                     0 -> 20 / 20
              clock                                                      0 -> 20
                   It does not compile, so nothing of it was run.

            submissions in both: 3; the same: 1, up: 1, down: 1, with as many points: 0
            only in the old result: 1 (carol)
            only in the new result: 1 (dan)

            Stages:
              lost 0, won 1  clock
              lost 1, won 0  clock 2  sends the time as HH:mm:ss
              lost 1, won 0  clock 3  closes right after it

            Settings that differ:
              --seed: 1, then 2
            """);
  }

  @Test
  void findsNothingWhereNothingMoved() throws IOException {
    Comparison comparison = Comparison.of(GradedClass.at(old), GradedClass.at(old));

    assertThat(comparison.nothingMoved()).isTrue();
    assertThat(ComparisonText.of(comparison, Locale.ENGLISH))
        .isEqualTo("submissions in both: 4; the same: 4, up: 0, down: 0, with as many points: 0\n");
  }

  @Test
  void noticesAMoveThatLeavesThePointsAlone() throws IOException {
    Path other =
        graded(
            "other", "1", Samples.result("eve", Samples.graded("clock", PASSED, FAILED, FAILED)));

    assertThat(text(old, other)).contains("eve", "2 -> 2 / 20", "clock 3", "0 -> 0");
  }

  @Test
  void countsNoPointsWhereThereWasNoTime() throws IOException {
    Path late = graded("late", "1", Samples.result("alice", Samples.outOfTime("clock")));

    String text = text(graded("early", "1", Samples.result("alice", perfect())), late);
    Comparison comparison = Comparison.of(GradedClass.at(late), GradedClass.at(old));

    assertThat(text)
        .isEqualTo(
            """
            alice                                                     0 -> 0 / 0
              clock                                                      20 -> -
                   Out of time: some of its stages could not be judged, most likely because the computer was too busy. That says nothing about the program, and no mark is given.

            submissions in both: 1; the same: 0, up: 0, down: 0, with as many points: 1
            """);
    assertThat(Schemas.errorsIfClosed("comparison.schema.json", comparison.json())).isEmpty();
    assertThat(comparison.moved().get(0).stages().get(0))
        .extracting(StageMove::before, StageMove::earnedBefore, StageMove::after)
        .containsExactly("out-of-time", 0, "graded");
    assertThat(text(late, late)).startsWith("submissions in both: 1; the same: 1");
  }

  @Test
  void readsTheTableOfAClassWhichHasNoStories() throws IOException {
    Comparison comparison =
        Comparison.of(
            GradedClass.at(old.resolve("grades.json")), GradedClass.at(now.resolve("grades.json")));

    assertThat(comparison.moved()).extracting(Comparison.Move::id).containsExactly("alice", "bob");
    assertThat(comparison.moved().get(0).stages().get(0).why()).isEmpty();
    assertThat(comparison.added()).containsExactly("dan");
  }

  @Test
  void countsAsMissingWhoIsNotDone() throws IOException {
    new RunFolder(now).begin(run("2", "alice", "bob", "dan", "eve", "frank"));
    new RunFolder(old).begin(run("2", "alice", "bob", "carol", "eve", "frank"));
    new RunFolder(old).write(Samples.result("frank", perfect()));

    assertThat(Comparison.of(GradedClass.at(old), GradedClass.at(now)).missing())
        .containsExactly("carol", "frank");
  }

  @Test
  void isWrittenForPrograms() throws IOException {
    String json = Comparison.of(GradedClass.at(old), GradedClass.at(now)).json();

    assertThat(Schemas.errorsIfClosed("comparison.schema.json", json)).isEmpty();
    assertThat(Schemas.errors("comparison.schema.json", json.replace("\"id\"", "\"ID\"")))
        .isNotEmpty();
    assertThat(Schemas.errors("comparison.schema.json", json.replace("\"waiting\"", "\"WAITING\"")))
        .isNotEmpty();
  }

  @Test
  void keepsNamesFromDoingHarm() throws IOException {
    Result before = Samples.student("=1+1\u202E", Nasty.EVERYTHING, "", perfect());
    Result after =
        Samples.student(
            "=1+1\u202E", Nasty.EVERYTHING, "", Samples.graded("clock", PASSED, FAILED, WAITING));

    assertThat(text(graded("a", "1", before), graded("b", "1", after))).matches(Nasty.VISIBLE);
  }

  @Test
  void refusesAFileThatIsNoTable() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{}}");

    assertThatThrownBy(() -> GradedClass.at(file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("neither a folder of grade's nor a grades.json: " + file);
  }

  private static String text(Path old, Path now) throws IOException {
    Comparison comparison = Comparison.of(GradedClass.at(old), GradedClass.at(now));
    return ComparisonText.of(comparison, Locale.ENGLISH);
  }

  private Path graded(String name, String seed, Result... results) throws IOException {
    Path place = folder.resolve(name);
    RunFolder run = new RunFolder(place);
    run.begin(run(seed, Arrays.stream(results).map(Result::id).toArray(String[]::new)));
    for (Result result : results) {
      run.write(result);
    }
    ClassFolder.write(
        Stream.of(results).map(Result::withoutStories).toList(),
        place,
        Optional.empty(),
        Marking.USUAL,
        Locale.ENGLISH,
        Absentees.NONE);
    return place;
  }

  private static Run run(String seed, String... ids) {
    Rules rules =
        new Rules(
            List.of(Exercises.CLOCK),
            Locale.ENGLISH,
            seed,
            Duration.ofSeconds(90),
            OptionalInt.empty(),
            "17",
            Isolation.BWRAP);
    return Run.of(rules, "0123", "1/1", List.of(ids));
  }
}
