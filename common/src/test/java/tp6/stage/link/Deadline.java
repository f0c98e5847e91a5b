package tp6.stage.link;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment after which nobody waits any longer, however often something has arrived meanwhile. */
public final class Deadline {
  private final LongSupplier clock;
  private final Duration patience;
  private final long end;

  private Deadline(LongSupplier clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    this.end = clock.getAsLong() + patience.toNanos();
  }

  /** By the computer's clock. */
  public static Deadline in(Duration patience) {
    return in(patience, System::nanoTime);
  }

  /** By a clock that counts nanoseconds. */
  public static Deadline in(Duration patience, LongSupplier clock) {
    return new Deadline(clock, patience);
  }

  /** How long it was from the beginning, in seconds. */
  public long seconds() {
    return patience.toSeconds();
  }

  /** How long it has been since the beginning. */
  public Duration used() {
    return patience.minusNanos(end - clock.getAsLong());
  }

  public boolean hasPassed() {
    return clock.getAsLong() - end >= 0;
  }

  /** What is left in milliseconds, from 1 (also when it has passed) to {@code atMost}. */
  public int millisLeft(int atMost) {
    long left = (end - clock.getAsLong()) / 1_000_000;
    return (int) Math.max(1, Math.min(left, atMost));
  }
}
