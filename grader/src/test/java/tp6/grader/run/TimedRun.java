package tp6.grader.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import tp6.grader.submission.Candidate;

/**
 * A run of a class that also tells how long each submission took, from its intake to its verdict.
 *
 * @param results by id
 * @param times by id
 */
public record TimedRun(Map<String, Result> results, Map<String, Duration> times) {
  /** Grades as many at a time as a run of a class does. */
  public static TimedRun of(List<Candidate> candidates, Grader grader) throws InterruptedException {
    Map<String, Result> results = new ConcurrentHashMap<>();
    Map<String, Duration> times = new ConcurrentHashMap<>();
    Semaphore places = new Semaphore(grader.submissionsAtATime());
    for (Candidate candidate : candidates) {
      places.acquire();
      long start = System.nanoTime();
      CompletableFuture<Void> graded =
          grader
              .grade(candidate)
              .thenAccept(
                  result -> {
                    results.put(result.id(), result);
                    times.put(result.id(), Duration.ofNanos(System.nanoTime() - start));
                  });
      graded.whenComplete((nothing, thrown) -> places.release());
    }
    places.acquire(grader.submissionsAtATime());
    return new TimedRun(results, times);
  }
}
