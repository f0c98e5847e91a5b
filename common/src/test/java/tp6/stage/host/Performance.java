package tp6.stage.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tp6.stage.host.HostState.Phase;

/** One act of the student's program, with all the threads that it starts. */
final class Performance {
  /** The group of all threads that the program starts. */
  static final String GROUP = "student";

  private static final int MANY_THREADS = 100;

  /** As {@code Executors.defaultThreadFactory()} and {@code java.util.Timer} name theirs. */
  private static final Pattern OF_A_POOL_OR_TIMER =
      Pattern.compile("pool-\\d+-thread-1|Timer-\\d+");

  private final Whereabouts whereabouts;
  private final ThreadGroup troupe = new Troupe();
  private final Thread thread;
  private volatile Phase phase = Phase.RUNNING;
  private volatile String error = "";
  private volatile String lost = "";

  Performance(Whereabouts whereabouts, Act act) {
    this.whereabouts = whereabouts;
    thread = new Thread(troupe, () -> play(act), "main");
    thread.start();
  }

  private void play(Act act) {
    try {
      act.play();
      phase = Phase.RETURNED;
    } catch (Throwable e) {
      error = whereabouts.of(e);
      boolean network = e instanceof IOException || e.getCause() instanceof IOException;
      phase = network ? Phase.THREW : Phase.CRASHED;
    }
  }

  /** Waits a while for the end of a thread, and tells how things are then. */
  HostState state(long patienceMillis) throws InterruptedException {
    if (patienceMillis > 0) {
      for (Thread one : threads(1)) {
        one.join(patienceMillis);
      }
    }
    return new HostState(phase, error, lost, troupe.activeCount());
  }

  /** Where the threads stand, that of the act first. */
  List<String> stands() {
    List<String> stands = new ArrayList<>();
    whereabouts.of(thread).ifPresent(stands::add);
    for (Thread other : threads(MANY_THREADS)) {
      if (other != thread) {
        whereabouts.of(other).ifPresent(stands::add);
      }
    }
    return stands;
  }

  /** How many threads are in the program's own code, or are the first of a pool and rest. */
  int busyThreads() {
    return (int) threads(MANY_THREADS).stream().filter(this::isBusy).count();
  }

  private boolean isBusy(Thread thread) {
    return OF_A_POOL_OR_TIMER.matcher(thread.getName()).matches()
        || whereabouts.of(thread).isPresent();
  }

  private List<Thread> threads(int most) {
    Thread[] alive = new Thread[most];
    return Arrays.asList(alive).subList(0, troupe.enumerate(alive));
  }

  /** The threads of the program; what one of them dies of is remembered. */
  private final class Troupe extends ThreadGroup {
    Troupe() {
      super(GROUP);
    }

    @Override
    public void uncaughtException(Thread dead, Throwable thrown) {
      lost = whereabouts.of(thrown);
      super.uncaughtException(dead, thrown);
    }
  }
}
