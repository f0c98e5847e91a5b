package tp6.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted as a program's time, with pulses and a clock that the test makes up. */
class FairClockTest {
  private long turns;
  private Optional<Pulse> pulse = Optional.empty();
  private long nanos;

  private final FairClock clock = new FairClock(() -> pulse, () -> nanos);

  private boolean looksAfter(int millis, boolean works, long cpuMillis) {
    nanos += Duration.ofMillis(millis).toNanos();
    pulse = Optional.of(new Pulse(works, cpuMillis, turns));
    return clock.look();
  }

  private long millis() {
    return Duration.ofNanos(clock.getAsLong()).toMillis();
  }

  @Test
  void countsTheTimeInWhichTheProgramSleeps() {
    assertThat(looksAfter(20, false, 0)).isTrue();
    assertThat(looksAfter(20, false, 0)).isTrue();

    assertThat(millis()).isEqualTo(40);
  }

  @Test
  void countsProcessorTimeWhileTheProgramWorks() {
    assertThat(looksAfter(50, true, 10)).isFalse();
    assertThat(looksAfter(50, true, 30)).isFalse();

    assertThat(millis()).isEqualTo(30);
    assertThat(clock.worked()).hasMillis(30);
  }

  @Test
  void countsNothingWhileTheProgramWaitsForAProcessor() {
    for (int i = 0; i < 100; i++) {
      looksAfter(50, true, 0);
    }

    assertThat(millis()).isZero();
  }

  @Test
  void countsLittleWhereTheTestItselfWasKeptWaiting() {
    looksAfter(10_000, false, 0);

    assertThat(millis()).isEqualTo(100);
  }

  @Test
  void countsWhatPassesWhereNobodyTellsWhatTheProgramDoes() {
    nanos += Duration.ofMillis(20).toNanos();

    assertThat(clock.look()).isFalse();
    assertThat(millis()).isEqualTo(20);
  }

  @Test
  void standsStillWhileNobodyWaits() {
    nanos += Duration.ofMillis(50).toNanos();
    clock.start();
    looksAfter(5, false, 0);

    assertThat(millis()).isEqualTo(5);
  }

  @Test
  void knowsWhetherAThreadHasHadATurnBetweenTwoLooks() {
    clock.look();
    clock.look();
    assertThat(clock.isUndisturbed()).isTrue();

    turns++;
    pulse = Optional.of(new Pulse(false, 0, turns));
    clock.look();

    assertThat(clock.isUndisturbed()).isFalse();
  }
}
