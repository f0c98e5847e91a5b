package tp6.grader.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.report.Samples;
import tp6.grader.submission.Refused;

/** Marks as computed by hand. The stages of a sample have 2, 7 and 11 points. */
class MarkingTest {
  /** 20 of 20, and 9 of 20. */
  private static final Result DUPONT =
      Samples.result(
          "dupont", Samples.perfect("clock"), Samples.graded("echo-multi", PASSED, PASSED, FAILED));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', 14.5",
    // 29 of 40 points, out of 100.
    "best = 100, 72.5",
    // In the middle between 72 and 73: up.
    "best = 100; round = 1, 73",
    "best = 100; round = 5, 75",
    // (1 * 20/20 + 3 * 9/20) / 4 * 20
    "weight.clock = 1; weight.echo-multi = 3, 11.75",
    // Its last stage has one point now: 9 of 10; (20 + 9) / (20 + 10) * 20
    "points.echo-multi.3 = 1, 19.33",
    // 10 % for each of two days, of which one is free.
    "late.percent = 10; late.grace = 1 | dupont late 2, 13.05",
    "late.percent = 60 | dupont late 2, 0",
    // (20 + 16) / 40 * 20
    "| dupont echo-multi 16, 18",
    "| dupont mark 12.5, 12.5",
    "| martin mark 12.5, 14.5",
  })
  void followsRulesAndDecisions(String files, String mark) throws IOException {
    assertThat(marking(files).mark(DUPONT)).map(Mark::number).hasValue(mark);
  }

  @Test
  void tellsWhatWasDecidedAndWhatWasMeasured() throws IOException {
    Marking marking = marking("round = 0.5 | dupont echo-multi 16 answered well; dupont late 3");

    Mark mark = marking.mark(DUPONT).orElseThrow();

    assertThat(mark.decisions())
        .containsExactly("echo-multi: 9 → 16 (answered well)", "days late: 0 → 3");
    assertThat(mark.measuredNumber()).isEqualTo("14.5");
    assertThat(marking.mark(Samples.result("b", Samples.perfect("clock"))))
        .map(Mark::decisions)
        .hasValue(List.of());
  }

  /** Due on Friday at 18 h in Paris, which is 17 h in UTC. Of 14.5, each day takes 10 %. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T17:00:00Z, '', 14.5, ''",
    // A day that has begun counts whole.
    "2026-11-20T17:00:01Z, '', 13.05, days late: 0 → 1 (2026-11-20 18:00)",
    "2026-11-21T17:00:00Z, '', 13.05, days late: 0 → 1 (2026-11-21 18:00)",
    "2026-11-22T23:30:00Z, '', 10.15, days late: 0 → 3 (2026-11-23 00:30)",
    // One of the three days is free.
    "2026-11-22T23:30:00Z, 'late.grace = 1', 11.6, days late: 0 → 3 (2026-11-23 00:30)",
    "2027-11-20T17:00:00Z, '', 0, days late: 0 → 365 (2027-11-20 18:00)",
    // What the lecturer says comes before the date.
    "2026-11-22T23:30:00Z, '| dupont late 0 was ill', 14.5, days late: 3 → 0 (was ill)",
    "2026-11-22T23:30:00Z, '| dupont late 1', 13.05, days late: 3 → 1",
  })
  void takesPointsForEachDay(Instant handedIn, String more, String mark, String told)
      throws IOException {
    Marking marking = marking("late.due = 2026-11-20T18:00+01:00; late.percent = 10; " + more);

    Mark late = marking.mark(Samples.handedIn(DUPONT, handedIn)).orElseThrow();

    assertThat(late.number()).isEqualTo(mark);
    assertThat(String.join("; ", late.decisions())).isEqualTo(told);
    assertThat(late.measuredNumber()).isEqualTo("14.5");
    assertThat(marking.undated(List.of(Samples.handedIn(DUPONT, handedIn)))).isEmpty();
  }

  @Test
  void namesThoseWithoutADate() throws IOException {
    assertThat(marking("late.due = 2026-11-20 18:00").undated(List.of(DUPONT)))
        .containsExactly("dupont");
    assertThat(marking("late.due = 2026-11-20T18:00 | dupont late 0").undated(List.of(DUPONT)))
        .isEmpty();
    assertThat(Marking.USUAL.undated(List.of(DUPONT))).isEmpty();
  }

  /** So that whoever reads a mark can compute it from the points that were measured. */
  @ParameterizedTest
  @CsvSource({
    "best = 100; round = 1; late.percent = 10; points.clock.1 = 2, ''",
    "points.clock.3 = 12.5; points.clock.1 = 0, "
        + "'In the mark, clock counts 19.5 points instead of 20: stage 1 counts 0, stage 3 counts 12.5'",
    "weight.clock = 1, 'Weights in the mark: clock 1, echo-multi 20'",
    "points.clock.3 = 12; weight.clock = 5, 'In the mark, clock counts 21 points instead of 20: stage 3 counts 12"
        + " | Weights in the mark: clock 5, echo-multi 20'",
  })
  void tellsHowAMarkIsMade(String files, String told) throws IOException {
    assertThat(String.join(" | ", marking(files).mark(DUPONT).orElseThrow().rules()))
        .isEqualTo(told);
  }

  @Test
  void hasLetters() throws IOException {
    Marking marking = marking("letter.A = 16; letter.B = 12");

    assertThat(marking.mark(DUPONT)).map(Mark::letter).hasValue("B");
    assertThat(marking.mark(Samples.result("b", Samples.graded("clock", FAILED))))
        .map(Mark::letter)
        .hasValue("");
  }

  @Test
  void givesNoMarkForWhatNobodyHasJudged() throws IOException {
    Result lost =
        Samples.result(
            "dupont", Samples.perfect("clock"), Samples.without("weather", Status.NOT_GRADED, "x"));

    assertThat(Marking.USUAL.mark(lost)).isEmpty();
    assertThat(marking("| dupont weather 5").mark(lost)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "bets = 20, 'marking.properties, bets: no such rule; there are best, round'",
    "points.clock.99 = 2, 'marking.properties, points.clock.99: no such rule'",
    "late.due = Friday, 'marking.properties, late.due: not a date such as 2026-11-20T18:00 or'",
    "best = many, 'marking.properties, best: not a number: many'",
    "best = -20, 'marking.properties, best: not a number: -20'",
    "best = 0, 'marking.properties, best: not a number above 0: 0'",
    "| durand clock 3, 'marking.csv:2: nobody in the class has the id durand'",
    "| dupont horloge 3, 'marking.csv:2: not an exercise, mark or late: horloge'",
    "| dupont clock x, 'marking.csv:2: not a number: x'",
    "| dupont clock 20.5, 'marking.csv:2: more than the 20 that there are: 20.5'",
    "points.clock.1 = 1| dupont clock 18.5, 'marking.csv:2: more than the 18 that there are: 18.5'",
    "best = 100| dupont mark 101, 'marking.csv:2: more than the 100 that there are: 101'",
    "round = 7, 'marking.properties, round: 20, the best mark, is no multiple of it: 7'",
    "| dupont, 'marking.csv:2: id,exercise,points,comment are needed'",
  })
  void refusesWhatCannotBeDone(String files, String message) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> marking(files))
        .withMessageContaining(message);
  }

  @Test
  void takesWhatAFrenchSpreadsheetWrites() throws IOException {
    Files.writeString(
        folder.resolve("marking.csv"), "\uFEFFid;exercise;points;comment\ndupont;mark;7,5;\n");

    Marking marking = MarkingFiles.read(List.of(), folder, Set.of("dupont"));

    assertThat(marking.mark(DUPONT)).map(Mark::number).hasValue("7.5");
  }

  @Test
  void isKeptWithTheGrades() throws IOException {
    Path named = Files.writeString(folder.resolve("mine.csv"), "dupont,mark,7,\n");
    Path out = Files.createDirectory(folder.resolve("out"));
    MarkingFiles.keep(List.of(named), out);
    Files.delete(named);

    Marking kept = MarkingFiles.read(List.of(), out, Set.of("dupont"));

    assertThat(kept.mark(DUPONT)).map(Mark::number).hasValue("7");
  }

  /** Rules, a bar, and decisions. */
  private Marking marking(String files) throws IOException {
    String[] parts = files.split("\\|", 2);
    Files.writeString(folder.resolve("marking.properties"), parts[0].replace(";", "\n"));
    String decisions = parts.length < 2 ? "" : parts[1].strip().replaceAll("; *", "\n");
    Files.writeString(
        folder.resolve("marking.csv"),
        "id,exercise,points,comment\n"
            + decisions.replaceAll("(?m)^(\\S+) (\\S+) (\\S+) ?", "$1,$2,$3,"));
    return MarkingFiles.read(List.of(), folder, Set.of("dupont", "martin"));
  }
}
