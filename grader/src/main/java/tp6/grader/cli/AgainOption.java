package tp6.grader.cli;

import java.util.List;
import picocli.CommandLine.Option;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.text.UserError;
import tp6.stage.text.Visible;

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
    return resume || isOfSome();
  }

  void requireKnown(List<Candidate> candidates) {
    for (String id : only) {
      if (candidates.stream().noneMatch(candidate -> candidate.id().equals(id))) {
        throw new UserError("only.nobody", Visible.line(id));
      }
    }
  }

  /** Whether only those are graded again that are named, whatever the others have handed in. */
  boolean isOfSome() {
    return !only.isEmpty();
  }

  /** Whether a result stands, if what is handed in is the same. */
  boolean keeps(Result done) {
    return isOfSome() ? !only.contains(done.id()) : done.isGraded();
  }
}
