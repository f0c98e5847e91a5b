package tp6.grader.fuzz;

import java.time.Duration;
import java.util.Random;

/**
 * Tries a claim with garbage, again and again. A failure names its seed, and {@code -Dfuzz.seed}
 * tries that one again; {@code -Dfuzz.times=100} tries a hundred times as many.
 */
public final class Fuzz {
  private static final String SEED = "fuzz.seed";
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  /** Longer than any reader takes, on a machine that has much else to do. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

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

  private static void check(Claim claim, long seed) {
    String again = "with garbage from seed %d: -D%s=%1$d tries it again".formatted(seed, SEED);
    long start = System.nanoTime();
    try {
      claim.check(new Garbage(seed));
    } catch (Exception | Error e) {
      throw new AssertionError(again + ": " + e, e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (took.compareTo(LONGEST) > 0) {
      throw new AssertionError(again + ": it took " + took.toMillis() + " ms");
    }
  }
}
