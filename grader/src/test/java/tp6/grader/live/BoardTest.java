package tp6.grader.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Regrading;
import tp6.grader.grade.Result;
import tp6.grader.live.Place.Kind;
import tp6.grader.marking.Marking;
import tp6.grader.report.Samples;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;

/** Who stands where since when, and who is stuck. */
@Tag("once")
class BoardTest {
  private static final Instant START = Instant.parse("2026-11-26T13:30:00Z");

  @TempDir private Path place;
  private final Board board = new Board(Duration.ofMinutes(15));

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Result clock(String digest, int lost) {
    return Graded.of("dupont", digest, Graded.losing("clock", lost), Graded.notStarted("echo"));
  }

  private Student dupont() {
    return board.students().get(0);
  }

  @Test
  void staysAtAStageSinceItWasFirstLost() {
    board.take(clock("a", 1), at(0));
    board.take(clock("b", 2), at(3));
    board.take(clock("c", 2), at(7));

    assertThat(dupont().place().number()).isEqualTo(2);
    assertThat(dupont().place().exercise()).isEqualTo("clock");
    assertThat(dupont().place().told()).isEqualTo("0.012  Alice  expected another line");
    assertThat(dupont().place().hint()).isEqualTo("two digits each");
    assertThat(dupont().since()).isEqualTo(at(3));
    assertThat(dupont().gradings()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"14, false", "15, true", "90, true"})
  void isStuckAfterSoManyMinutesAtAStage(int minute, boolean isStuck) {
    board.take(clock("a", 2), at(0));

    assertThat(board.isStuck(dupont(), at(minute))).isEqualTo(isStuck);
  }

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void isStuckAfterSoManyOtherSolutions(int gradings, boolean isStuck) {
    for (int i = 0; i < gradings; i++) {
      board.take(clock("digest" + i, 2), at(i));
    }

    assertThat(board.isStuck(dupont(), at(gradings))).isEqualTo(isStuck);
  }

  /** Nothing was tried in between. */
  @Test
  void isNotStuckBecauseTheSameWasGradedAgain() {
    for (int i = 0; i < 9; i++) {
      board.take(clock("same", 2), at(i));
    }

    assertThat(dupont().gradings()).isEqualTo(1);
    assertThat(board.isStuck(dupont(), at(9))).isFalse();
  }

  @Test
  void isStuckNoMoreOneStageFurther() {
    board.take(clock("a", 2), at(0));
    assertThat(board.isStuck(dupont(), at(20))).isTrue();

    board.take(clock("b", 3), at(20));

    assertThat(board.isStuck(dupont(), at(21))).isFalse();
    assertThat(dupont().since()).isEqualTo(at(20));
  }

  @Test
  void isAtTheExerciseWhoseSourcesHaveChanged() {
    ExerciseResult[] both = {Graded.losing("clock", 3), Graded.losing("echo", 1)};
    board.take(
        Graded.of("dupont", "a", Map.of("clock/A.java", "1", "echo/A.java", "1"), both), at(0));
    assertThat(dupont().place().exercise()).as("the last that is begun").isEqualTo("echo");

    board.take(
        Graded.of("dupont", "b", Map.of("clock/A.java", "2", "echo/A.java", "1"), both), at(1));
    assertThat(dupont().place().exercise()).isEqualTo("clock");
    assertThat(dupont().place().number()).isEqualTo(3);
  }

  @Test
  void tellsWhatDoesNotCompile() {
    ExerciseResult broken =
        Samples.without(
            "clock",
            Status.DOES_NOT_COMPILE,
            "",
            new SourceError("A.java", 7, 3, "';' expected", ""));
    board.take(Graded.of("dupont", "a", broken), at(0));

    assertThat(dupont().place().kind()).isEqualTo(Kind.LOST);
    assertThat(dupont().place().number()).isZero();
    assertThat(dupont().place().hint()).isEqualTo("A.java:7:3: ';' expected");
  }

  @Test
  void knowsWhoHasNotStartedAndWhoIsDone() {
    board.expect(
        List.of(
            new Candidate("dupont", Path.of("d"), "", ""),
            new Candidate("martin", Path.of("m"), "Léa Martin", "")));
    board.take(Graded.of("dupont", "a", Graded.notStarted("clock")), at(0));
    assertThat(dupont().place().kind()).isEqualTo(Kind.NOTHING);
    assertThat(board.isStuck(dupont(), at(99))).isFalse();
    assertThat(board.unseen()).extracting(Candidate::name).containsExactly("Léa Martin");

    board.take(
        Graded.of("dupont", "b", Samples.perfect("clock"), Graded.notStarted("echo")), at(1));
    assertThat(dupont().place())
        .extracting(Place::kind, Place::exercise)
        .containsExactly(Kind.NEXT, "echo");

    board.take(Graded.of("dupont", "c", Samples.perfect("clock"), Samples.perfect("echo")), at(2));
    assertThat(dupont().place().kind()).isEqualTo(Kind.DONE);
  }

  @Test
  void tellsWhyNothingCouldBeRead() {
    board.take(Samples.refused("dupont", "", "", "holds no exercise"), at(0));

    assertThat(dupont().place().kind()).isEqualTo(Kind.NOTHING);
    assertThat(dupont().place().told()).contains("holds no exercise");
  }

  @Test
  void knowsWhoseWorkIsGradedOrWaitsSinceWhen() {
    board.busy(List.of("ada"), List.of("bob"), at(0));
    long before = board.version();
    board.notice(List.of("bob", "dupont"), at(1));
    assertThat(board.version()).isNotEqualTo(before);

    board.busy(List.of("ada", "bob"), List.of("dupont"), at(2));
    assertThat(board.news())
        .isEqualTo(
            Map.of(
                "ada", new Board.News(at(0), true),
                "bob", new Board.News(at(0), true),
                "dupont", new Board.News(at(1), false)));

    board.take(clock("a", 1), at(3));
    assertThat(board.news()).doesNotContainKey("dupont");
    board.busy(List.of(), List.of("dupont"), at(4));
    assertThat(board.news()).isEqualTo(Map.of("dupont", new Board.News(at(4), false)));
  }

  @Test
  void showsAtWhoseNameSomethingIsNew() throws IOException {
    RunFolder folder = new RunFolder(place);
    board.expect(List.of(new Candidate("martin", Path.of("m"), "Léa Martin", "")));
    board.take(clock("a", 1), at(0));
    board.busy(List.of("dupont"), List.of("martin"), at(1));

    String page = page(folder, Locale.ENGLISH);
    assertThat(line(page, "dupont")).contains("new since ", ", being graded");
    assertThat(line(page, "Léa Martin")).contains("new since ", ", waits to be graded");
    assertThat(line(page(folder, Locale.FRENCH), "Léa Martin"))
        .contains("du nouveau depuis ", ", en attente d");
    board.busy(List.of(), List.of(), at(2));
    assertThat(page(folder, Locale.ENGLISH)).doesNotContain("new since");
  }

  private String page(RunFolder folder, Locale language) throws IOException {
    LivePages pages = new LivePages(language, folder, Marking.USUAL, board);
    return new String(pages.at("").orElseThrow().html(), UTF_8);
  }

  private static String line(String page, String name) {
    return page.lines()
        .filter(line -> line.startsWith("<li>") && line.contains(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasAnotherVersionWhenThereIsSomethingElseToSee() {
    long before = board.version();
    board.take(clock("a", 1), at(0));

    assertThat(board.version()).isNotEqualTo(before);
    assertThat(board.version()).isEqualTo(board.version());
  }

  @Test
  void putsTogetherWhatHasChangedAndWhatStands() {
    Result before =
        Graded.of(
            "dupont",
            "a",
            Map.of("clock/A.java", "1", "clock/Gone.java", "1", "echo/A.java", "1"),
            Graded.losing("clock", 2),
            Graded.losing("echo", 3));
    Result again = Graded.of("dupont", "b", Map.of("clock/A.java", "2"), Samples.perfect("clock"));

    Result now = Regrading.after(before, again);

    assertThat(now)
        .isEqualTo(
            Graded.of(
                "dupont",
                "b",
                Map.of("clock/A.java", "2", "echo/A.java", "1"),
                Samples.perfect("clock"),
                Graded.losing("echo", 3)));
  }

  @Test
  void isAtWhatHasFailedWhereAnEarlierStageWaitsForIt() {
    board.take(
        Graded.of(
            "dupont",
            "a",
            Samples.graded("clock", Outcome.PASSED, Outcome.WAITING, Outcome.FAILED)),
        at(0));

    assertThat(dupont().place().number()).isEqualTo(3);
  }
}
