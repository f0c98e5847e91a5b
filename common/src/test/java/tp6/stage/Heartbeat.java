package tp6.stage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that the computer is too busy to keep time: who waits for a tick again and again, and
 * gets on late, is not the only one who is kept waiting.
 */
final class Heartbeat {
  /** One such delay is enough. */
  private static final Duration LATE = Duration.ofMillis(150);

  /** So is a time of which this part is made up of shorter ones: its first to its last beat. */
  private static final double MUCH = 0.25;

  /** A time limit of the student's own is not shorter. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final Duration tick;
  private final LongSupplier nanoTime;
  private final long start;
  private long last;
  private long latest;
  private long late;

  /**
   * Begins to count.
   *
   * @param tick how long one is meant to take
   * @param nanoTime as {@link System#nanoTime}
   */
  Heartbeat(Duration tick, LongSupplier nanoTime) {
    this.tick = tick;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    last = start;
  }

  Duration tick() {
    return tick;
  }

  /** Is called after each tick, however long it has taken. */
  void beat() {
    long now = nanoTime.getAsLong();
    long lateness = Math.max(0, now - last - tick.toNanos());
    latest = Math.max(latest, lateness);
    late += lateness;
    last = now;
  }

  /** From the beginning to the last beat. */
  Duration time() {
    return Duration.ofNanos(last - start);
  }

  /** Whether the computer was overloaded meanwhile. */
  boolean isIrregular() {
    return latest > LATE.toNanos() || late > MUCH * (last - start);
  }

  /** Whether it was, for so long that a time limit may have passed which would not have else. */
  boolean mayHaveUsedUpALimit() {
    return isIrregular() && time().compareTo(SLOW) > 0;
  }
}
