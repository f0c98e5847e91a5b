package tp6.grader.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tp6.grader.run.HandIns;
import tp6.grader.run.Result;
import tp6.grader.submission.Candidate;
import tp6.stage.Visible;

/** What is graded again in a run that was begun. */
final class AgainOption {
  @Option(
      names = {"--resume", "--changed"},
      description =
          "go on with a run that was interrupted, or in which something was not graded, out of"
              + " time, or handed in again since; what is graded is kept")
  private boolean resume;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "grade again these, and keep what there is of all others")
  private List<String> only = List.of();

  boolean isResumed() {
    return resume || !only.isEmpty();
  }

  void requireKnown(List<Candidate> candidates) {
    for (String id : only) {
      if (candidates.stream().noneMatch(candidate -> candidate.id().equals(id))) {
        throw new UserError("--only: nobody in the class has the id " + Visible.line(id));
      }
    }
  }

  /**
   * Whether something else is handed in by now than what a result is of; not where some are named.
   */
  boolean hasChanged(Candidate candidate, Result done, HandIns handIns) {
    return only.isEmpty() && done.isGraded() && !isTheSame(candidate, done, handIns);
  }

  /** Whether a result stands of what has not changed. */
  boolean keeps(Result done) {
    return only.isEmpty() ? done.isGraded() : !only.contains(done.id());
  }

  private static boolean isTheSame(Candidate candidate, Result done, HandIns handIns) {
    try {
      return done.digest().equals(Optional.of(handIns.read(candidate.path()).digest()));
    } catch (IOException e) {
      // The grading will tell why.
      return false;
    }
  }
}
