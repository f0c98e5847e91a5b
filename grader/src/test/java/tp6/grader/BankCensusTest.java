package tp6.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.course.Course;
import tp6.stage.Stage;

/** Whether the bank says enough; it reads the headers only, {@link BankTest} proves them. */
@Tag("once")
class BankCensusTest {
  /** Are shown by programs that use up the time of a whole stage; hostile submissions do. */
  private static final Set<String> OF_MINUTES = Set.of("frozen", "overtime");

  private static final int ALONE = 3;

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void oneMistakeCostsWhatItIsWorthOrSaysWhy(Course exercise) throws Exception {
    List<String> complaints = new ArrayList<>();
    for (Bank.Entry entry : Bank.of(exercise)) {
      Bank.Header header = entry.header();
      int points =
          CourseTest.stages(exercise).stream()
              .filter(stage -> header.loses().contains(stage.number()))
              .mapToInt(Stage::points)
              .sum();
      if (entry.isIn("wrong") && (points > Bank.MUCH) != header.saysWhyItCostsMuch()) {
        complaints.add(
            "%s costs %d points, and %s"
                .formatted(
                    entry.name(),
                    points,
                    header.saysWhyItCostsMuch() ? "calls that much" : "does not say why"));
      }
    }

    assertThat(complaints).isEmpty();
  }

  /** Alone, or with those stages that cannot be tried without it. */
  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void eachStageIsLostAloneByThree(Course exercise) throws Exception {
    List<String> complaints = new ArrayList<>();
    for (Stage stage : CourseTest.stages(exercise)) {
      Set<Integer> alone =
          CourseTest.withThoseThatNeed(stage.number(), CourseTest.stages(exercise));
      List<String> found =
          Bank.of(exercise).stream()
              .filter(entry -> entry.loses().equals(alone))
              .map(Bank.Entry::name)
              .toList();
      if (found.size() < ALONE) {
        complaints.add("stage %d is lost alone only by %s".formatted(stage.number(), found));
      }
    }

    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void eachHintOfAnExerciseIsShown(Course exercise) throws IOException {
    Set<String> hints = BankHints.of(exercise);
    hints.removeAll(named(Bank.of(exercise).stream()));
    // Each stage has one for failures of which nothing more is known.
    hints.removeIf(hint -> hint.matches("\\d+\\.hint"));

    assertThat(hints).as("hints of " + exercise.module() + " that no entry names").isEmpty();
  }

  @Test
  void eachCommonHintIsShown() throws IOException {
    Set<String> hints = BankHints.common();
    hints.removeAll(named(all()));
    hints.removeAll(OF_MINUTES);

    assertThat(hints).as("hints that no entry names").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void eachNamedHintExists(Course exercise) throws IOException {
    Set<String> named = named(Bank.of(exercise).stream());
    named.removeAll(BankHints.common());
    named.removeAll(BankHints.of(exercise));

    assertThat(named).as("hints that entries name, and that there are not").isEmpty();
  }

  private static Stream<Bank.Entry> all() {
    return Course.all().stream().flatMap(exercise -> Bank.of(exercise).stream());
  }

  private static Set<String> named(Stream<Bank.Entry> entries) {
    Set<String> named = new TreeSet<>();
    entries.forEach(entry -> named.addAll(entry.header().hints()));
    return named;
  }
}
