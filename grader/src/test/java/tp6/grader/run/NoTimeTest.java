package tp6.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tp6.grader.Exercises;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.submission.Candidate;
import tp6.stage.report.Outcome;

/** A right solution, graded in no time at all. */
class NoTimeTest {
  @TempDir Path fork;

  @Test
  void isOutOfTime() throws IOException {
    requireOutOfTime(Isolation.PROCESS);
  }

  @Test
  @NeedsSandbox
  void isOutOfTimeInASandbox() throws IOException {
    requireOutOfTime(Isolation.BWRAP);
  }

  private void requireOutOfTime(Isolation isolation) throws IOException {
    Path source = fork.resolve(Exercises.CLOCK.studentFile());
    Files.createDirectories(source.getParent());
    Files.copy(Path.of("..").resolve(Exercises.CLOCK.studentFile()), source);
    Rules rules =
        new Rules(
            List.of(Exercises.CLOCK),
            Locale.ENGLISH,
            "1",
            Duration.ZERO,
            OptionalInt.empty(),
            "17",
            isolation);

    Result result;
    try (Grader grader = new Grader(rules, 1)) {
      result = grader.gradeFiles(new Candidate("late", fork, "", "")).join();
    }

    assertThat(result.isGraded()).isFalse();
    assertThat(result.isOutOfTime()).isTrue();
    ExerciseResult clock = result.exercises().get(0);
    assertThat(clock.status()).isEqualTo(Status.OUT_OF_TIME);
    assertThat(clock.stages()).allMatch(stage -> stage.outcome() == Outcome.OUT_OF_TIME);
    assertThat(clock.points()).isEqualTo(20);
  }
}
