package tp6.grader.process;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import tp6.stage.link.Launch;

/** Workers of one kind, started when they are needed. One that was lost is replaced. */
public final class Workers implements Closeable {
  private final Failure.Name name;
  private final Callable<ProcessBuilder> starting;
  private final Deadline deadline;
  private final Semaphore places;

  /** Each with the generation that it is of. */
  private final Map<Worker, Integer> started = new ConcurrentHashMap<>();

  private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

  private volatile int generation;

  /** It starts them, too: a sandbox ends with the thread that has started it. */
  private final ScheduledExecutorService watch;

  /** As many as are asked for. */
  public Workers(String name, Callable<ProcessBuilder> starting, Deadline deadline) {
    this(name, starting, deadline, Integer.MAX_VALUE);
  }

  /**
   * Starts nothing yet.
   *
   * @param name of one, as failures know it
   * @param starting makes the process of one
   * @param deadline for a question that has none of its own
   * @param most how many are taken at the same time
   */
  public Workers(String name, Callable<ProcessBuilder> starting, Deadline deadline, int most) {
    this.places = new Semaphore(most, true);
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

  /** One that nobody else has, once there is a place for it. */
  public Worker take() throws IOException {
    places.acquireUninterruptibly();
    try {
      Worker worker = idle.poll();
      return worker != null && worker.isAlive() ? worker : start();
    } catch (IOException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /** From now on, takes only such as are started from now on: what starts them has changed. */
  public synchronized void renew() {
    generation++;
    for (Worker old = idle.poll(); old != null; old = idle.poll()) {
      discard(old);
    }
  }

  private Worker start() throws IOException {
    try {
      int from = generation;
      Process process = watch.submit(this::process).get();
      Worker worker = new Worker(name, process, deadline, watch);
      started.put(worker, from);
      return worker;
    } catch (ExecutionException e) {
      throw why(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  /** Whatever is started needs Java: without it, not even another program can be. */
  private Failure why(Throwable cause) {
    boolean hasJava = Files.isExecutable(Path.of(Jvm.executable()));
    return hasJava
        ? new Failure("none", cause, name, cause.getMessage())
        : new Failure("java.gone", cause, name, Jvm.executable());
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
  public synchronized void giveBack(Worker worker) {
    if (worker.isAlive() && started.get(worker) == generation) {
      idle.add(worker);
    } else {
      discard(worker);
    }
    places.release();
  }

  private void discard(Worker worker) {
    worker.close();
    started.remove(worker);
  }

  /** Ends those that are busy, too: nobody watches them any more. */
  @Override
  public void close() {
    started.keySet().forEach(Worker::close);
    watch.shutdownNow();
  }
}
