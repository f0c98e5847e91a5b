package tp6.grader.grade;

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
import tp6.grader.run.Grader;
import tp6.grader.submission.Candidate;
import tp6.stage.report.Outcome;

/** An echo that forgets about every third word is right with some seeds and wrong with others. */
class RepeatsTest {
  private static final Rules RULES =
      new Rules(
          List.of(Exercises.ECHO_SINGLE),
          Locale.ENGLISH,
          "1",
          Duration.ofMinutes(10),
          OptionalInt.empty(),
          "17",
          Isolation.PROCESS);

  @TempDir Path fork;

  @Test
  void countsTheFirstRunAndTellsWhatTheOthersHaveShown() throws IOException {
    Path source = fork.resolve(Exercises.ECHO_SINGLE.studentFile());
    Files.createDirectories(source.getParent());
    String right = Files.readString(Path.of("..").resolve(Exercises.ECHO_SINGLE.studentFile()));
    Files.writeString(
        source,
        right.replace(
            "\"echo:\" + message.get()",
            "(message.get().hashCode() % 3 == 0 ? \"\" : \"echo:\") + message.get()"));

    ExerciseResult once = graded(RULES);
    ExerciseResult often = graded(RULES.repeated(3));

    assertThat(often.stages()).extracting("outcome").isEqualTo(outcomes(once));
    assertThat(once.repeats()).isEmpty();
    Repeats repeats = often.repeats().orElseThrow();
    assertThat(repeats.seeds()).hasSize(3).startsWith("1").doesNotHaveDuplicates();
    assertThat(repeats.unstable()).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      ExerciseResult alone = graded(RULES.withSeed(repeats.seeds().get(i)));
      for (Repeats.Unstable stage : repeats.unstable()) {
        assertThat(stage.outcomes().get(i)).isEqualTo(outcomes(alone).get(stage.stage() - 1));
      }
    }
  }

  @Test
  void drawsTheSameSeedsForEachPartOfAClass() {
    assertThat(RULES.repeated(4).seeds()).startsWith("1").isEqualTo(RULES.repeated(4).seeds());
    assertThat(RULES.repeated(4).seeds())
        .startsWith(RULES.repeated(3).seeds().toArray(new String[0]));
    assertThat(RULES.withSeed("2").repeated(3).seeds())
        .doesNotContainAnyElementsOf(RULES.repeated(3).seeds());
  }

  private static List<Outcome> outcomes(ExerciseResult result) {
    return result.stages().stream().map(stage -> stage.outcome()).toList();
  }

  private ExerciseResult graded(Rules rules) throws IOException {
    try (Grader grader = new Grader(rules, 2)) {
      return grader.gradeFiles(new Candidate("shaky", fork, "", "")).join().exercises().get(0);
    }
  }
}
