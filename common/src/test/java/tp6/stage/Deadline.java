package tp6.stage;

import java.time.Duration;

/** A moment after which nobody waits any longer, however often something has arrived meanwhile. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  /** The same moment, or another one where that comes first. */
  Deadline orEarlier(Deadline other) {
    return other.end - end < 0 ? other : this;
  }

  boolean hasPassed() {
    return System.nanoTime() - end >= 0;
  }

  /** What is left in milliseconds, from 1 (also when it has passed) to {@code atMost}. */
  int millisLeft(int atMost) {
    long left = (end - System.nanoTime()) / 1_000_000;
    return (int) Math.max(1, Math.min(left, atMost));
  }
}
