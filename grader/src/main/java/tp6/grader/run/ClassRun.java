package tp6.grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;

/** Grades a class: some submissions at a time, each handed over as soon as it is done. */
public final class ClassRun {
  /** Takes results as they come, one at a time. */
  @FunctionalInterface
  public interface Taker {
    void take(Result result) throws IOException;
  }

  private final Grader grader;
  private final Taker taker;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private ClassRun(Grader grader, Taker taker) {
    this.grader = grader;
    this.taker = taker;
  }

  /**
   * Grades them all, whatever comes of each.
   *
   * @throws IOException where a result could not be taken; the grading ends then
   * @throws InterruptedException also where the grader is closed meanwhile
   */
  public static void of(List<Candidate> candidates, Grader grader, Taker taker)
      throws IOException, InterruptedException {
    new ClassRun(grader, taker).run(candidates);
  }

  private void run(List<Candidate> candidates) throws IOException, InterruptedException {
    int most = grader.submissionsAtATime();
    Semaphore places = new Semaphore(most);
    for (Candidate candidate : candidates) {
      places.acquire();
      if (failure.get() != null || grader.isClosed()) {
        break;
      }
      CompletableFuture<?> taken = grader.grade(candidate).thenAccept(this::take);
      taken.whenComplete(
          (nothing, thrown) -> {
            if (thrown != null) {
              failure.compareAndSet(null, thrown);
            }
            places.release();
          });
    }
    if (failure.get() == null) {
      places.acquire(most);
    }
    rethrow();
    if (grader.isClosed()) {
      throw new InterruptedException("the grader was closed");
    }
  }

  /** What comes of a submission once the grader is closed says nothing about it. */
  private synchronized void take(Result result) {
    try {
      if (!grader.isClosed()) {
        taker.take(result);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rethrow() throws IOException {
    Throwable thrown = failure.get();
    if (thrown instanceof CompletionException && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    if (thrown instanceof UncheckedIOException io) {
      throw io.getCause();
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }
}
