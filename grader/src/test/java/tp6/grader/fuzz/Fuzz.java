package tp6.grader.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;

/**
 * Tries a claim with garbage, again and again, each time within a limit. A failure names its seed,
 * and {@code -Dfuzz.seed} tries that one again; {@code -Dfuzz.times=100} tries a hundred times as
 * many.
 */
public final class Fuzz {
  private static final String SEED = "fuzz.seed";
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  /** Longer than any reader takes, on a machine that has much else to do. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

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
      assertTimeoutPreemptively(LONGEST, () -> claim.check(new Garbage(seed)));
    } catch (Exception | Error e) {
      throw new AssertionError(
          "with garbage from seed %d: -D%s=%1$d tries it again: %3$s".formatted(seed, SEED, e), e);
    }
  }
}
