package tp6.grader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;

/**
 * Tries a claim with garbage, again and again, each time within a limit of processor time. A
 * failure names its seed, and {@code -Dfuzz.seed} tries that one again; {@code -Dfuzz.times=100}
 * tries a hundred times as many.
 */
public final class Fuzz {
  private static final String SEED = "fuzz.seed";
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  /** Of processor time, more than any reader takes. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** By the clock, on a machine that has much else to do: whoever waits for ever is found, too. */
  private static final Duration FOR_EVER = Duration.ofMinutes(2);

  /** What holds whatever comes. */
  @FunctionalInterface
  public interface Claim {
    void check(Garbage garbage) throws Exception;
  }

  private Fuzz() {}

  /** Tries a claim so many times. */
  public static void times(int times, Claim claim) {
    if (System.getProperty(SEED) != null) {
      check(claim, Long.getLong(SEED));
      return;
    }
    long first = new Random().nextInt(1_000_000_000);
    for (int i = 0; i < times * TIMES; i++) {
      check(claim, first + i);
    }
  }

  /** Tries a claim once, with the garbage from this seed. */
  public static void check(long seed, Claim claim) {
    check(claim, seed);
  }

  private static void check(Claim claim, long seed) {
    try {
      assertThat(assertTimeoutPreemptively(FOR_EVER, () -> used(claim, seed))).isLessThan(LONGEST);
    } catch (Exception | Error e) {
      throw new AssertionError(
          "with garbage from seed %d: -D%s=%1$d tries it again: %3$s".formatted(seed, SEED, e), e);
    }
  }

  private static Duration used(Claim claim, long seed) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    claim.check(new Garbage(seed));
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
