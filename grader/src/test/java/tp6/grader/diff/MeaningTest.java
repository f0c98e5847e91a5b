package tp6.grader.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import tp6.grader.Bank;
import tp6.grader.Exercises;
import tp6.grader.course.Course;

/**
 * The compiler as a judge: taken for the same is what is compiled to the same. {@code -Dfiles=1}
 * asks about all programs of the bank, of which otherwise every seventh is.
 */
class MeaningTest {
  private static final int SEED = Integer.getInteger("seed", 20);
  private static final int STEP = Integer.getInteger("files", 7);

  private final Random random = new Random(SEED);
  private int same;
  private int different;

  @Test
  void isThatOfTheCompiler() throws IOException {
    for (Course exercise : List.of(Exercises.CLOCK, Exercises.ECHO_SINGLE, Exercises.ECHO_MULTI)) {
      List<Bank.Entry> bank = Bank.of(exercise);
      for (int i = 0; i < bank.size(); i += STEP) {
        String source = Files.readString(bank.get(i).file());
        Map<String, ByteBuffer> classes =
            ByteCode.of(source, exercise.studentClass()).orElseThrow();
        for (int round = 0; round < 2; round++) {
          compare(exercise, source, classes, Mutant::ofNames);
          compare(exercise, source, classes, Mutant::ofUse);
        }
      }
    }
    assertThat(same).isGreaterThan(10);
    assertThat(different).as("of %d", same).isPositive();
  }

  private void compare(
      Course exercise,
      String source,
      Map<String, ByteBuffer> classes,
      BiFunction<String, Random, Optional<String>> mutate) {
    Optional<String> mutant = mutate.apply(source, random);
    Optional<Map<String, ByteBuffer>> others =
        mutant.flatMap(text -> ByteCode.of(text, exercise.studentClass()));
    if (others.isEmpty()) {
      return;
    }
    String file = exercise.studentFile().substring(exercise.sourceFolder().length());
    boolean isSame =
        Snippets.compare(
                new Sources(exercise, Map.of(file, source)),
                new Sources(exercise, Map.of(file, mutant.orElseThrow())))
            .same();
    if (isSame) {
      same++;
    } else {
      different++;
    }
    assertThat(isSame)
        .as("seed %d, %s", SEED, mutant.orElseThrow())
        .isEqualTo(classes.equals(others.get()));
  }
}
