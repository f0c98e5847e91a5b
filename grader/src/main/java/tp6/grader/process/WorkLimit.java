package tp6.grader.process;

import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends a process that has worked for too long, by its own processor time; one that has to wait for
 * a processor is not lost. Where it does not even get that time, it is ended, too, long after: that
 * says something of the computer, and nothing of what the process was given to do.
 */
public final class WorkLimit implements Closeable {
  private final Process process;
  private final Deadline deadline;
  private final Runnable ending;
  private final long start = System.nanoTime();
  private final ScheduledFuture<?> looks;
  private Optional<Duration> before = Optional.empty();
  private volatile boolean isUsedUp;
  private volatile boolean isForgotten;

  /**
   * Watches a process until this is closed.
   *
   * @param ending of the process
   * @param watch who looks, once a second
   */
  public WorkLimit(
      Process process, Deadline deadline, Runnable ending, ScheduledExecutorService watch) {
    this.process = process;
    this.ending = ending;
    this.deadline = deadline;
    this.looks = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** Whether it was ended because it has worked for too long. */
  public boolean isUsedUp() {
    return isUsedUp;
  }

  /** Whether it was ended because the computer had no time for it. */
  public boolean isForgotten() {
    return isForgotten;
  }

  /** The first look is the beginning: to look earlier would cost more than it is worth. */
  private void look() {
    Optional<Duration> now = deadline.work().flatMap(any -> processorTime(process));
    if (before.isEmpty()) {
      before = now;
    }
    if (now.isPresent() && now.get().minus(before.get()).compareTo(deadline.work().get()) >= 0) {
      isUsedUp = true;
      ending.run();
    } else if (System.nanoTime() - start >= deadline.longest().toNanos()) {
      isForgotten = true;
      ending.run();
    }
  }

  /** In a sandbox it is a descendant of the process that works. */
  private static Optional<Duration> processorTime(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .reduce(Duration::plus);
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
