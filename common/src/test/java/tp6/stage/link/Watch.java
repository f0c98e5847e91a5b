package tp6.stage.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks at what the program's processes do while somebody waits for them. */
final class Watch {
  /** Before the second look at a program that settles, which needs the processor more than we. */
  private static final long PAUSE_NANOS = 300_000;

  /** Before a later one: whoever works for long is looked at more rarely. */
  private static final long LONGEST_PAUSE_NANOS = 5_000_000;

  /** For a program that did not settle before, and is not waited for as long again. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Deadline exercise;
  private final FairClock clock = new FairClock(this::pulse, System::nanoTime);
  private Optional<ChildJvm> child = Optional.empty();
  private boolean restless;

  /**
   * @param exercise when the time for it is over by the computer's clock
   */
  Watch(Deadline exercise) {
    this.exercise = exercise;
  }

  void begins(ChildJvm started) {
    child = Optional.of(started);
  }

  void ends() {
    child = Optional.empty();
    restless = false;
  }

  /** Tells how much time the program has had while somebody waited for it. */
  FairClock clock() {
    return clock;
  }

  private Optional<Pulse> pulse() {
    return child.flatMap(ChildJvm::pulse);
  }

  /** Whether the system tells what the program does. */
  boolean sees() {
    return child.isPresent() && child.get().isWatched();
  }

  /**
   * Looks at the program once, and lets its clock go on. Returns whether it is known to sleep.
   *
   * @throws OutOfTime where the time for the exercise is over
   */
  boolean look() {
    boolean sleeps = clock.look();
    if (exercise.hasPassed()) {
      throw new OutOfTime();
    }
    return sleeps;
  }

  /** Begins to wait. What is returned looks, and tells whether any of the limit is left. */
  BooleanSupplier patience(Duration limit) {
    Deadline deadline = Deadline.in(limit, clock);
    clock.start();
    return () -> {
      look();
      return !deadline.hasPassed();
    };
  }

  /**
   * Waits until all threads of the program sleep. Gives up after a moment, on its clock. Returns
   * whether they do.
   */
  boolean settle(Duration limit) {
    Deadline deadline = Deadline.in(restless ? SHORT : limit, clock);
    clock.start();
    restless = true;
    long pause = PAUSE_NANOS;
    while (!(look() && look() && clock.isUndisturbed()) && sees()) {
      if (deadline.hasPassed()) {
        return false;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(pause + pause / 2, LONGEST_PAUSE_NANOS);
    }
    restless = false;
    return true;
  }
}
