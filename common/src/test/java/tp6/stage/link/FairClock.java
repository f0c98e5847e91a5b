package tp6.stage.link;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells how much time a program has had. While the program works that is its processor time, while
 * it sleeps the time that passes; what a busy computer takes from it, or from the test, is not
 * counted. The time stands still while nobody looks.
 */
public final class FairClock implements LongSupplier {
  /** Between two looks more time has passed for the test than it wanted: the computer is busy. */
  private static final long MOST_NANOS = 100_000_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Supplier<Optional<Pulse>> program;
  private final LongSupplier nanoTime;
  private long now;
  private long before;
  private long cpuBefore;
  private long cpuAtStart;
  private boolean worked;
  private long turns;
  private boolean undisturbed;

  /**
   * @param program what it is doing, where that is known
   * @param nanoTime as {@link System#nanoTime}
   */
  FairClock(Supplier<Optional<Pulse>> program, LongSupplier nanoTime) {
    this.program = program;
    this.nanoTime = nanoTime;
    this.before = nanoTime.getAsLong();
  }

  /** In nanoseconds, from an origin of its own. */
  @Override
  public long getAsLong() {
    return now;
  }

  /** Begins to wait: what has passed since the last look concerns nobody. */
  public void start() {
    before = nanoTime.getAsLong();
    worked = false;
  }

  /** Begins to wait for something new. */
  void begin() {
    start();
    cpuAtStart = cpuBefore;
  }

  /** How much processor time the program has used since it was waited for. */
  public Duration worked() {
    return Duration.ofMillis(Math.max(0, cpuBefore - cpuAtStart));
  }

  /** Looks, and counts what has passed. Returns whether the program is known to sleep. */
  boolean look() {
    long time = nanoTime.getAsLong();
    Optional<Pulse> pulse = program.get();
    long cpu = pulse.map(Pulse::cpuMillis).orElse(0L);
    boolean works = pulse.map(Pulse::works).orElse(false);
    long turnsBefore = turns;
    turns = pulse.map(Pulse::turns).orElse(0L);
    undisturbed = turns == turnsBefore;
    long passed = Math.min(time - before, MOST_NANOS);
    now += works || worked ? Math.min(passed, used(cpu)) : passed;
    before = time;
    cpuBefore = cpu;
    worked = works;
    return pulse.isPresent() && !works;
  }

  /**
   * Whether no thread has begun to run between the latest two looks. If both have found all of them
   * asleep, there was a moment at which all were: else one may have woken another between.
   */
  boolean isUndisturbed() {
    return undisturbed;
  }

  /** Of processor time; another process has begun where it goes back. */
  private long used(long cpu) {
    return Math.max(0, cpu - cpuBefore) * NANOS_PER_MILLI;
  }
}
