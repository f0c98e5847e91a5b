package tp6.grader.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tp6.grader.compile.Background;
import tp6.grader.course.Course;

/**
 * How many exercises are graded at the same time: a few in any case, and another one whenever the
 * processors have time for it. Most exercises wait for most of their time; but where many compete
 * for a processor, programs that are right look slow. The first run of each exercise is its only
 * one at that time: its tests are new to the JVM, and slow as never again.
 */
final class Places implements Closeable {
  private static final int MOST_PER_JOB = 8;
  private static final int LOOK_MILLIS = 100;
  private static final double BUSY = 0.8;
  private static final int WITHOUT_END = 1_000_000;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int jobs;
  private final double busyLoad;
  private final Semaphore free;
  private final ScheduledExecutorService watch = Background.thread("places");
  private final Map<Course, Semaphore> gates = new EnumMap<>(Course.class);
  private final Set<Course> open = EnumSet.noneOf(Course.class);
  private int extra;
  private boolean hasTime;

  Places(int jobs) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.jobs = jobs;
    this.busyLoad = BUSY * Math.min(jobs, processors) / processors;
    this.free = new Semaphore(jobs, true);
    for (Course exercise : Course.values()) {
      gates.put(exercise, new Semaphore(1, true));
    }
    watch.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Waits for a place. */
  void enter(Course exercise) {
    gates.get(exercise).acquireUninterruptibly();
    free.acquireUninterruptibly();
  }

  /**
   * Gives a place back; where there is no time for so many, nobody else takes it.
   *
   * @param wasRun whether there was something to be run
   */
  synchronized void leave(Course exercise, boolean wasRun) {
    gates.get(exercise).release(wasRun && open.add(exercise) ? WITHOUT_END : 1);
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
    if (hasTime && free.hasQueuedThreads() && extra < (MOST_PER_JOB - 1) * jobs) {
      extra++;
      free.release();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
