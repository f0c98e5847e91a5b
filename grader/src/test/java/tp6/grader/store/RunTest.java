package tp6.grader.store;

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
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Rules;
import tp6.grader.report.Samples;

class RunTest {
  @TempDir Path folder;

  @Test
  void isReadBack() throws IOException {
    Run run = run(Samples.RULES.repeated(3));
    new RunFolder(folder).begin(run);

    assertThat(new RunFolder(folder).run()).contains(run);
    assertThat(Files.readString(folder.resolve("run.json")))
        .contains("\"repeat\" : 3", "\"jdk\" : \"" + Runtime.version() + "\"");
  }

  @Test
  void isReadBackFromBeforeItKnewOfRepeats() throws IOException {
    new RunFolder(folder).begin(run(Samples.RULES));
    Path file = folder.resolve("run.json");
    String text = Files.readString(file).replaceAll(",\\s*\"jdk\" : \"[^\"]*\"", "");
    assertThat(text).doesNotContain("jdk", "repeat");
    Files.writeString(file, text);

    Run old = new RunFolder(folder).run().orElseThrow();

    assertThat(old.differencesTo(run(Samples.RULES))).isEmpty();
    assertThat(old.changesTo(run(Samples.RULES))).isEmpty();
  }

  @Test
  void isNotResumedOrMergedWithAnotherNumberOfRepeats() {
    assertThat(run(Samples.RULES.repeated(3)).differencesTo(run(Samples.RULES)))
        .containsExactly("--repeat 3 / 1");
  }

  /**
   * A limit says nothing about a program: a run that was too short is resumed with a longer one.
   */
  @Test
  void isResumedWithAnotherLimit() {
    Run longer =
        Run.of(
            new Rules(
                List.of(Exercises.CLOCK),
                Locale.ENGLISH,
                "7",
                Duration.ofSeconds(270),
                OptionalInt.empty(),
                "17",
                Isolation.BWRAP),
            "0123",
            "1/1",
            List.of("alice"));

    assertThat(run(Samples.RULES).differencesTo(longer)).isEmpty();
    assertThat(run(Samples.RULES).changesTo(longer))
        .containsExactly(new Run.Change("--limit", "90", "270"));
  }

  @Test
  void tellsWhatALaterRunHasOtherwise() {
    Run before = run(Samples.RULES);
    Run after = run(Samples.RULES.withSeed("8").repeated(2));

    assertThat(before.changesTo(after))
        .containsExactly(new Run.Change("--seed", "7", "8"), new Run.Change("--repeat", "1", "2"));
  }

  private static Run run(Rules rules) {
    return Run.of(rules, "0123", "1/1", List.of("alice"));
  }
}
