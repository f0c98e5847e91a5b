package tp6.stage.link;

import java.time.Duration;

/**
 * How long a test waits for its program: as long as something may still come of it, but no longer
 * than a limit on its {@link FairClock}. A program of which all threads sleep, and none with a time
 * limit, will do nothing by itself any more: where that is known, nobody waits for the limit.
 */
public final class Patience {
  /** How long to wait between two looks, in milliseconds. */
  public static final int SLICE_MILLIS = 20;

  /** Whoever was seen asleep once may have been about to wake up. */
  private static final int LOOKS = 2;

  /** Where a look comes late, so does what others have sent: nobody is asleep for as short. */
  private static final int TIMES_AS_LONG = 8;

  private final Link program;
  private final Deadline limit;
  private final Deadline stage;
  private final boolean mayEndEarly;
  private boolean isDuty;
  private long latest = System.nanoTime();
  private long longestDelay;
  private long asleepSince;
  private int asleep;

  /**
   * Begins to wait.
   *
   * @param mayEndEarly whether the program waits for nobody but the test
   */
  public Patience(Link program, Duration limit, Deadline stage, boolean mayEndEarly) {
    this.program = program;
    this.limit = Deadline.in(limit, program.clock());
    this.stage = stage;
    this.mayEndEarly = mayEndEarly;
    program.clock().begin();
  }

  /** Begins to wait for what every server does: one that never does it is soon waited for less. */
  public static Patience forDuty(Link program, Duration limit, Deadline stage) {
    Patience patience = new Patience(program, program.habits().atMost(limit), stage, true);
    patience.isDuty = true;
    return patience;
  }

  /**
   * Looks at the program after a slice of waiting. Returns whether it is still worth while to wait;
   * where not, what has arrived meanwhile is all that there is.
   *
   * @throws OutOfTime where the time for the exercise is over
   */
  public boolean isLeft() {
    boolean sleeps = look();
    asleep = sleeps ? asleep + 1 : 0;
    if (asleep <= 1) {
      asleepSince = latest;
    }
    if (isOver()) {
      return false;
    }
    if (!sleeps) {
      return !program.state(0).isHopeless();
    }
    return !sleepsForLong() || !isOverEarly() || program.isBusy();
  }

  private boolean isOverEarly() {
    return mayEndEarly ? program.isSilent() : program.state(0).isHopeless();
  }

  private boolean sleepsForLong() {
    return asleep >= LOOKS && latest - asleepSince >= TIMES_AS_LONG * longestDelay;
  }

  /** Looks at the clock, where that was not done lately: something comes, if slowly. */
  public boolean isLeftAfterBytes() {
    asleep = 0;
    if (System.nanoTime() - latest > SLICE_MILLIS * 1_000_000L) {
      look();
    }
    return !isOver();
  }

  private boolean look() {
    long now = System.nanoTime();
    longestDelay = Math.max(longestDelay, now - latest - SLICE_MILLIS * 1_000_000L);
    latest = now;
    return program.look();
  }

  private boolean isOver() {
    if (isDuty && limit.hasPassed()) {
      isDuty = false;
      program.habits().wasAwaitedInVain();
    }
    return limit.hasPassed() || stage.hasPassed();
  }
}
