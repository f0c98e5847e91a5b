package tp6.stage.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void drawsTheSameFromTheSameSeed() {
    assertThat(draw("4711", 2)).isEqualTo(draw("4711", 2));
  }

  @Test
  void drawsOtherValuesForAnotherSeedAndAnotherStage() {
    assertThat(draw("4711", 2)).isNotEqualTo(draw("4712", 2)).isNotEqualTo(draw("4711", 3));
  }

  private static String draw(String seed, int stage) {
    Chance chance = new Chance(seed, "clock", stage);
    return chance.word() + chance.foreignWord() + chance.city() + chance.time();
  }
}
