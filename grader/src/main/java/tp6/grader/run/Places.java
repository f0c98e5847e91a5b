package tp6.grader.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tp6.grader.course.Course;
import tp6.grader.process.Background;

/**
 * How many exercises are graded at the same time: a few in any case, and another one whenever the
 * processors have time for it. Most exercises wait for most of their time; but where many compete
 * for a processor, each takes longer. The first run of each exercise is its only one at that time:
 * its tests are new to the JVM, and slow as never again. Whoever has to be alone waits until there
 * is nobody else any more.
 */
final class Places implements Closeable {
  private static final int MOST_PER_JOB = 8;
  private static final int LOOK_MILLIS = 100;
  private static final double BUSY = 0.95;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final int jobs;
  private final double busyLoad;
  private final ScheduledExecutorService watch = Background.thread("places");
  private final List<Ticket> waiting = new ArrayList<>();
  private final Deque<CompletableFuture<Boolean>> waitingAlone = new ArrayDeque<>();
  private final Set<Course> beginning = new TreeSet<>();
  private final Set<Course> warm = new TreeSet<>();
  private int free;
  private int extra;
  private boolean hasTime;
  private int inside;
  private boolean isSomebodyAlone;
  private boolean isClosed;

  /** Somebody who waits for a place; in the end there is one, or none any more. */
  private record Ticket(Course exercise, CompletableFuture<Boolean> place) {}

  Places(int jobs) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.jobs = jobs;
    this.busyLoad = BUSY * Math.min(jobs, processors) / processors;
    this.free = jobs;
    watch.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Waits for a place. There is none where all is being closed. */
  boolean enter(Course exercise) {
    Ticket ticket = new Ticket(exercise, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(ticket);
      giveAway();
    }
    return ticket.place().join();
  }

  /** Waits until nobody is in a place or waits for one. There is none where all is being closed. */
  boolean enterAlone() {
    CompletableFuture<Boolean> place = new CompletableFuture<>();
    synchronized (this) {
      waitingAlone.add(place);
      giveAway();
    }
    return place.join();
  }

  synchronized void leaveAlone() {
    isSomebodyAlone = false;
    giveAway();
  }

  /**
   * Gives a place back; where there is no time for so many, nobody else takes it.
   *
   * @param wasRun whether there was something to be run
   */
  synchronized void leave(Course exercise, boolean wasRun) {
    inside--;
    beginning.remove(exercise);
    if (wasRun) {
      warm.add(exercise);
    }
    if (extra > 0 && !hasTime) {
      extra--;
    } else {
      free++;
    }
    giveAway();
  }

  /** Adds a place where somebody waits and there is time. */
  private synchronized void look() {
    double load = system.getCpuLoad();
    hasTime = load >= 0 && load < busyLoad;
    if (hasTime && free == 0 && !waiting.isEmpty() && extra < (MOST_PER_JOB - 1) * jobs) {
      extra++;
      free++;
      giveAway();
    }
  }

  private void giveAway() {
    if (isClosed) {
      endAll();
      return;
    }
    Optional<Ticket> next = next();
    while (!isSomebodyAlone && free > 0 && next.isPresent()) {
      free--;
      inside++;
      waiting.remove(next.get());
      if (!warm.contains(next.get().exercise())) {
        beginning.add(next.get().exercise());
      }
      next.get().place().complete(true);
      next = next();
    }
    if (!isSomebodyAlone && inside == 0 && !waitingAlone.isEmpty()) {
      isSomebodyAlone = true;
      waitingAlone.remove().complete(true);
    }
  }

  /** Those that wait longest go first, or else a class would wait for the last of them. */
  private Optional<Ticket> next() {
    return waiting.stream()
        .filter(ticket -> !beginning.contains(ticket.exercise()))
        .min(Comparator.comparing(Ticket::exercise, Course.LONGEST_FIRST));
  }

  @Override
  public synchronized void close() {
    watch.shutdownNow();
    isClosed = true;
    endAll();
  }

  private void endAll() {
    waiting.forEach(ticket -> ticket.place().complete(false));
    waiting.clear();
    waitingAlone.forEach(place -> place.complete(false));
    waitingAlone.clear();
  }
}
