package tp6.grader.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import tp6.grader.course.CourseFiles;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.stage.Visible;

/** What is graded again in a run that was begun. */
final class AgainOption {
  @Option(
      names = "--resume",
      description =
          "go on with a run that was interrupted, or in which something was not graded or out of"
              + " time; what is graded is kept")
  private boolean resume;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "the same, but grade again these, and keep what there is of all others")
  private List<String> only = List.of();

  @Option(
      names = "--changed",
      description = "the same, and grade again those who handed in something else since")
  private boolean changed;

  boolean isResumed() {
    return resume || changed || !only.isEmpty();
  }

  void requireKnown(List<Candidate> candidates) {
    for (String id : only) {
      if (candidates.stream().noneMatch(candidate -> candidate.id().equals(id))) {
        throw new UserError("--only: nobody in the class has the id " + Visible.line(id));
      }
    }
  }

  /** Whether a result stands that is there already. */
  boolean keeps(Candidate candidate, Result result) throws IOException {
    if (!only.isEmpty()) {
      return !only.contains(candidate.id());
    }
    return result.isGraded() && !(changed && hasChanged(candidate, result));
  }

  /** Whether something else is handed in by now than what was graded, or nothing that is read. */
  private static boolean hasChanged(Candidate candidate, Result result) throws IOException {
    try {
      Submission now = Intake.of(candidate.path(), CourseFiles.packed());
      List<String> graded = result.exercises().stream().map(ExerciseResult::exercise).toList();
      return !now.texts(graded).equals(result.sources()) || !now.notes().equals(result.notes());
    } catch (Refused e) {
      return true;
    }
  }
}
