package tp6.grader.process;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import tp6.stage.Launch;

/** Workers of one kind, started when they are needed. One that was lost is replaced. */
public final class Workers implements Closeable {
  private final Failure.Name name;
  private final Callable<ProcessBuilder> starting;
  private final Deadline deadline;
  private final Set<Worker> started = ConcurrentHashMap.newKeySet();
  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

  /** It starts them, too: a sandbox ends with the thread that has started it. */
  private final ScheduledExecutorService watch;

  /**
   * Starts nothing yet.
   *
   * @param name of one, as failures know it
   * @param starting makes the process of one
   * @param deadline for each question
   */
  public Workers(String name, Callable<ProcessBuilder> starting, Deadline deadline) {
    this.name = new Failure.Name(name);
    this.starting = starting;
    this.deadline = deadline;
    this.watch = Background.thread("watch over " + name);
  }

  /** Starts one already now. */
  public void startOne() throws IOException {
    idle.add(start());
  }

  /**
   * Waits for the one that was started.
   *
   * @throws Failure where it will never be ready
   */
  public void awaitOne() throws Failure {
    idle.element().awaitReady();
  }

  /** One that nobody else has. */
  public Worker take() throws IOException {
    Worker worker = idle.poll();
    return worker != null && worker.isAlive() ? worker : start();
  }

  private Worker start() throws IOException {
    try {
      Worker worker = new Worker(name, watch.submit(this::process).get(), deadline, watch);
      started.add(worker);
      return worker;
    } catch (ExecutionException e) {
      throw new Failure("none", e.getCause(), name, e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  /** With nothing of the grader's environment; what it complains of is nobody's, or goes on. */
  private Process process() throws Exception {
    ProcessBuilder builder = Launch.withoutEnvironment(starting.call());
    if (builder.redirectError() == Redirect.PIPE) {
      builder.redirectError(Redirect.DISCARD);
    }
    return builder.start();
  }

  /** What was taken is needed no longer. */
  public void giveBack(Worker worker) {
    if (worker.isAlive()) {
      idle.add(worker);
    } else {
      worker.close();
      started.remove(worker);
    }
  }

  /** Ends those that are busy, too: nobody watches them any more. */
  @Override
  public void close() {
    started.forEach(Worker::close);
    watch.shutdownNow();
  }
}
