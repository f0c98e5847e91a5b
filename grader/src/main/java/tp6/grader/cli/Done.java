package tp6.grader.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.run.HandIns;
import tp6.grader.store.Expected;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;

/**
 * What of a class is graded already.
 *
 * @param results of what is handed in now as it was then, or is not asked for
 * @param changed the ids of those that are graded, but have handed in something else since
 * @param left what is to be graded, the changed ones too
 */
record Done(List<Result> results, List<String> changed, List<Candidate> left) {
  static Done of(List<Candidate> all, AgainOption again, RunFolder folder, HandIns handIns)
      throws IOException {
    Expected expected = new Expected(folder.run().orElseThrow());
    Done done = new Done(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Candidate candidate : all) {
      Optional<Result> old =
          folder
              .read(candidate.id())
              .filter(again::keeps)
              .filter(result -> expected.misfit(result, candidate).isEmpty());
      Optional<String> digest =
          old.filter(result -> !again.isOfSome()).flatMap(result -> digest(candidate, handIns));
      boolean isTheSame = digest.isPresent() && digest.equals(old.get().digest());
      if (old.isPresent() && (again.isOfSome() || isTheSame)) {
        done.results.add(old.get().withoutStories());
      } else {
        done.left.add(candidate);
        digest.ifPresent(other -> done.changed.add(candidate.id()));
      }
    }
    return done;
  }

  /** Of what is handed in now; none where reading it fails, which the grading will tell. */
  private static Optional<String> digest(Candidate candidate, HandIns handIns) {
    try {
      return Optional.of(handIns.read(candidate.path()).digest());
    } catch (Refused e) {
      // It was not refused before.
      return Optional.of("");
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
