package tp6.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.report.Outcome.FAILED;
import static tp6.stage.report.Outcome.PASSED;
import static tp6.stage.report.Outcome.WAITING;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.submission.Note;
import tp6.grader.submission.Note.Reason;

class SummaryTest {
  private static final List<Result> RESULTS =
      List.of(
          Samples.result("alice", Samples.perfect("clock"), Samples.perfect("echo-multi")),
          Samples.withNotes(
              Samples.result(
                  "bob",
                  Samples.perfect("clock"),
                  Samples.graded("echo-multi", PASSED, PASSED, FAILED)),
              new Note("pom.xml", Reason.CHANGED),
              new Note("x", Reason.ADDED)),
          Samples.result(
              "carol",
              Samples.graded("clock", PASSED, FAILED, WAITING),
              Samples.graded("echo-multi", PASSED, PASSED, FAILED)),
          Samples.result("dan", Samples.perfect("clock"), Samples.perfect("echo-multi")),
          Samples.refused("eve", "", "", "holds no exercise"),
          Samples.result(
              "frank",
              Samples.without("clock", Status.NOT_GRADED, "no room on the disk"),
              Samples.without("echo-multi", Status.DOES_NOT_COMPILE, "")));

  @Test
  void namesWhatIsNotStable() {
    Result result =
        Samples.result(
            "alice",
            Samples.repeated(
                Samples.graded("clock", PASSED, FAILED, WAITING), 2, FAILED, PASSED, FAILED));

    assertThat(Summary.of(List.of(result.withoutStories())))
        .contains(
            """
            Not stable, run again with other seeds (the first run counts):
              alice  clock 2: failed with seed 42, 9; passed with seed 8
            """);
  }

  @Test
  void namesThoseForWhomThereWasNoTimeApartFromThoseWhoFail() {
    List<Result> results =
        List.of(
            Samples.result("alice", Samples.outOfTime("clock"), Samples.outOfTime("echo-multi")),
            Samples.result(
                "bob", Samples.perfect("clock"), Samples.without("echo-multi", Status.REFUSED, "")),
            Samples.result("carol", Samples.perfect("clock"), Samples.outOfTime("echo-multi")),
            Samples.result(
                "dan",
                Samples.outOfTime("clock"),
                Samples.without("echo-multi", Status.NOT_GRADED, "no room on the disk")));

    assertThat(Summary.of(results))
        .isEqualTo(
            """
            submissions: 4, graded: 1, not graded: 3

            Number of students per mark (out of 20):
              10  # 1

            Not graded:
              dan  clock: out-of-time; echo-multi: no room on the disk

            Out of time, the computer was too busy: no mark is given. When it has less to do, the same command with --resume grades again:
              alice  clock, echo-multi
              carol  echo-multi
            """);
  }

  @Test
  void fitsOnAScreen() {
    assertThat(Summary.of(RESULTS))
        .isEqualTo(
            """
            submissions: 6, graded: 4, not graded: 2
            files not taken: 2

            Number of students per mark (out of 20):
              20  ## 2
              19
              18
              17
              16
              15
              14  # 1
              13
              12
              11
              10
               9
               8
               7
               6
               5  # 1

            Stages that fail most, of those graded:
               50 %  echo-multi 3   closes right after it
               25 %  clock 2        sends the time as HH:mm:ss

            Not graded:
              eve  holds no exercise
              frank  clock: no room on the disk; echo-multi: does-not-compile
            """);
  }

  @Test
  void speaksFrench() {
    assertThat(Summary.of(RESULTS.stream().map(Samples::french).toList()))
        .startsWith("rendus : 6, évalués : 4, non évalués : 2\nfichiers non pris : 2\n");
  }

  @Test
  void shortensTheBarsOfALargeClass() {
    List<Result> results =
        Stream.concat(Collections.nCopies(399, RESULTS.get(0)).stream(), Stream.of(RESULTS.get(1)))
            .toList();

    assertThat(Summary.of(results)).contains("  20  " + "#".repeat(40) + " 399\n", "  14  # 1\n");
  }

  @Test
  void hasLittleToSayOfNothing() {
    assertThat(Summary.of(List.of())).isEqualTo("submissions: 0, graded: 0, not graded: 0\n");
  }

  @Test
  void hidesNothing() {
    assertThat(Summary.of(List.of(Samples.refused(Nasty.EVERYTHING, "", "", Nasty.EVERYTHING))))
        .matches(Nasty.VISIBLE);
    assertThat(Summary.of(List.of(Samples.refused("::error::x", "", "", "none"))))
        .contains("\n  \\::error::x  none\n");
  }
}
