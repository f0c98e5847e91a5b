package tp6.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a heartbeat makes of ticks that are late. */
class HeartbeatTest {
  private long now = 4711;
  private final Heartbeat heart = new Heartbeat(Duration.ofMillis(20), () -> now);

  @Test
  void isRegularWhereTicksAreALittleLate() {
    beats(20, 24, 20, 23, 3);

    assertThat(heart.isIrregular()).isFalse();
    assertThat(heart.time()).isEqualTo(Duration.ofMillis(90));
  }

  @Test
  void isIrregularWhereOneTickIsVeryLate() {
    for (int i = 0; i < 100; i++) {
      beats(20);
    }
    assertThat(heart.isIrregular()).isFalse();

    beats(171);

    assertThat(heart.isIrregular()).isTrue();
  }

  @Test
  void isIrregularWhereManyTicksAreLate() {
    for (int i = 0; i < 10; i++) {
      beats(60);
    }

    assertThat(heart.isIrregular()).isTrue();
  }

  @Test
  void isRegularBeforeItHasBeaten() {
    now += 1_000_000_000;

    assertThat(heart.isIrregular()).isFalse();
    assertThat(heart.time()).isZero();
  }

  private void beats(int... millis) {
    for (int gap : millis) {
      now += gap * 1_000_000L;
      heart.beat();
    }
  }
}
