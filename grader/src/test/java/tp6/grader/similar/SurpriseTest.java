package tp6.grader.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurpriseTest {
  @Test
  void ofOneExerciseIsItsShare() {
    assertThat(Surprise.of(List.of(0.001))).isCloseTo(3, within(1e-9));
    assertThat(Surprise.of(List.of(1.0, 1.0, 1.0, 1.0))).isZero();
  }

  @Test
  void ofSeveralIsThatOfTheirProduct() {
    double product = 0.01 * 0.01;
    double probability = product * (1 - Math.log(product));

    assertThat(Surprise.of(List.of(0.01, 0.01))).isCloseTo(-Math.log10(probability), within(1e-9));
  }

  /** One pair in ten has a surprise above 1, one in a hundred above 2. */
  @Test
  void tellsHowOftenChanceReachesIt() {
    Random random = new Random(1);
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      all.add(
          Surprise.of(
              List.of(1 - random.nextDouble(), 1 - random.nextDouble(), 1 - random.nextDouble())));
    }

    assertThat(all.stream().filter(one -> one > 1).count()).isBetween(9_600L, 10_400L);
    assertThat(all.stream().filter(one -> one > 2).count()).isBetween(880L, 1_120L);
  }
}
