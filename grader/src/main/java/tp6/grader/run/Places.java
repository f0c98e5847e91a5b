package tp6.grader.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tp6.grader.compile.Background;

/**
 * How many exercises are graded at the same time: a few in any case, and another one whenever the
 * processors have time for it. Most exercises wait for most of their time; but where many compete
 * for a processor, programs that are right look slow.
 */
final class Places implements Closeable {
  private static final int MOST_PER_JOB = 8;
  private static final int LOOK_MILLIS = 100;
  private static final double BUSY = 0.8;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int jobs;
  private final double busyLoad;
  private final Semaphore free;
  private final ScheduledExecutorService watch = Background.thread("places");
  private int extra;
  private int left;
  private boolean hasTime;

  Places(int jobs) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.jobs = jobs;
    this.busyLoad = BUSY * Math.min(jobs, processors) / processors;
    this.free = new Semaphore(jobs, true);
    watch.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Waits for a place. */
  void enter() {
    free.acquireUninterruptibly();
  }

  /** Gives a place back; where there is no time for so many, nobody else takes it. */
  synchronized void leave() {
    left++;
    if (extra > 0 && !hasTime) {
      extra--;
    } else {
      free.release();
    }
  }

  /** Adds a place where somebody waits and there is time. */
  private synchronized void look() {
    double load = system.getCpuLoad();
    hasTime = load >= 0 && load < busyLoad;
    // The first ones take longer, for everything is new to the JVM.
    boolean isWarm = left >= jobs;
    if (isWarm && hasTime && free.hasQueuedThreads() && extra < (MOST_PER_JOB - 1) * jobs) {
      extra++;
      free.release();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
