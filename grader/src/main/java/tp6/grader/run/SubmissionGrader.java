package tp6.grader.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.grader.text.Reason;

/**
 * Grades the exercises of a submission, each as soon as there is a thread for it.
 *
 * @param grading of one exercise
 * @param stagers one of which the exercises of a submission share
 * @param exercises the threads
 */
record SubmissionGrader(ExerciseGrader grading, Stagers stagers, ExecutorService exercises) {
  /** Reads what was handed in. */
  interface Taking {
    Submission take() throws IOException;
  }

  /** The others do not wait for one that takes long to be read. */
  CompletableFuture<Result> grade(Candidate candidate, Rules own, Taking taking) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return grade(candidate, own, taking.take());
              } catch (IOException | RuntimeException | Error e) {
                // An error, too: a lack of memory or of a library does not stop the others.
                Reason unread = Reason.of("unreadable", grading.why(e));
                Reason why = e instanceof Refused refused ? refused.why() : unread;
                return CompletableFuture.completedFuture(
                    refused(candidate, own, why.in(own.language())));
              }
            },
            exercises)
        .thenCompose(result -> result);
  }

  private CompletableFuture<Result> grade(Candidate candidate, Rules own, Submission submission) {
    Stagers.Lease lease = new Stagers.Lease(stagers);
    lease.prepare();
    List<CompletableFuture<ExerciseResult>> results =
        own.exercises().stream()
            .map(
                exercise ->
                    CompletableFuture.supplyAsync(
                        () -> grading.grade(exercise, submission, own.seeds(), lease), exercises))
            .toList();
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
        .whenComplete((all, thrown) -> lease.close())
        .thenApply(
            all ->
                Result.of(
                    candidate,
                    "",
                    own,
                    results.stream().map(CompletableFuture::join).toList(),
                    Optional.of(submission)));
  }

  private Result refused(Candidate candidate, Rules own, String why) {
    List<ExerciseResult> nothing =
        own.exercises().stream()
            .map(exercise -> grading.without(exercise, Status.NOT_GRADED, why))
            .toList();
    return Result.of(candidate, why, own, nothing, Optional.empty());
  }
}
