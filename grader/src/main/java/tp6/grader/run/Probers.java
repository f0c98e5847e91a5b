package tp6.grader.run;

import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import tp6.grader.compile.Background;
import tp6.grader.compile.Failure;

/** Probers, each of which has one submission at a time: no two of these ever share a network. */
final class Probers implements Stagers {
  private final Callable<Prober> starting;
  private final Queue<Prober> idle = new ConcurrentLinkedQueue<>();
  private final Set<Prober> started = ConcurrentHashMap.newKeySet();

  /** Sandboxes end with the thread that has started them: this one lives as long as they do. */
  private final ExecutorService starter = Background.thread("starter of probers");

  Probers(Callable<Prober> starting) {
    this.starting = starting;
  }

  /** One that nobody else has. */
  @Override
  public Prober take() throws IOException {
    Prober prober = idle.poll();
    return prober != null && prober.isAlive() ? prober : start();
  }

  private Prober start() throws IOException {
    try {
      Prober prober = starter.submit(starting).get();
      started.add(prober);
      return prober;
    } catch (ExecutionException e) {
      throw new Failure("prober.none", e, e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  @Override
  public void giveBack(Stager stager) {
    if (stager instanceof Prober prober && prober.isAlive()) {
      idle.add(prober);
    } else {
      started.remove(stager);
    }
  }

  @Override
  public void close() {
    started.forEach(Prober::close);
    starter.shutdownNow();
  }
}
