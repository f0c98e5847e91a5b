package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tp6.grader.Bank;
import tp6.grader.Part;
import tp6.grader.Project;
import tp6.grader.Rewriting;
import tp6.grader.course.Course;

/** Programs as students write them; of the bank, a part may be chosen as in {@code BankTest}. */
@Tag("slow")
@Tag("once")
class BankDiffTest {
  private static final Part PART = Part.named("TP6_BANK_PART");

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void areTheSameInAnotherLayout(Course exercise) throws IOException {
    for (Bank.Entry entry : PART.from(Bank.of(exercise))) {
      String source = Files.readString(entry.file());

      assertThat(compare(exercise, source, inAnotherLayout(source)).same())
          .as(entry.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tp6.grader.course.Course#all")
  void differFromTheSolution(Course exercise) throws IOException {
    String solution = Files.readString(Project.solution(exercise));
    for (Bank.Entry entry : PART.from(Bank.of(exercise))) {
      Comparison comparison = compare(exercise, Files.readString(entry.file()), solution);

      assertThat(comparison.same()).as(entry.name()).isFalse();
      assertThat(comparison.files()).as(entry.name()).hasSize(1);
      assertThat(comparison.files().get(0).plainText()).as(entry.name()).isEmpty();
    }
  }

  private static Comparison compare(Course exercise, String left, String right) {
    return Snippets.compare(sources(exercise, left), sources(exercise, right));
  }

  private static Sources sources(Course exercise, String text) {
    String file = exercise.studentFile().substring(exercise.sourceFolder().length());
    return new Sources(exercise, Map.of(file, text));
  }

  /** Without comments, imports and members from the last to the first, and methods behind. */
  private static String inAnotherLayout(String source) {
    return new Rewriting(new Rewriting(source).laidOut("\r\n\t"))
        .reordered(
            trees -> {
              Collections.reverse(trees);
              trees.sort(Comparator.comparing(tree -> tree.getKind() == Tree.Kind.METHOD));
              return trees;
            });
  }
}
