package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.Rules;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.text.UserError;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * The begin of a run, or of what is left of one that was begun.
 *
 * @param out the folder of the run
 * @param isResumed whether it may have been begun
 * @param isSeedAsked whether the seed of the rules is asked for, and not drawn
 * @param err where it is told who was in the run that was begun, and is gone
 * @param words in which that is told
 */
record RunBegin(Path out, boolean isResumed, boolean isSeedAsked, PrintWriter err, Words words) {

  /** The rules that hold for a part of a class: the seed is that of the run that was begun. */
  Rules with(Rules asked, Shard part, List<Candidate> all) throws IOException {
    RunFolder folder = new RunFolder(out);
    Optional<Run> begun = isResumed ? folder.run() : Optional.empty();
    if (begun.isEmpty() && !folder.isEmpty()) {
      throw new UserError(isResumed ? "not.empty" : "not.empty.resume", out);
    }
    Rules rules = begun.isPresent() && !isSeedAsked ? asked.withSeed(begun.get().seed()) : asked;
    List<String> ids = all.stream().map(Candidate::id).toList();
    Run own = Run.of(rules, CourseFiles.packed().digest(), part.toString(), part.of(ids));
    Run run = part.isWhole() ? own : own.cutFrom(ids);
    begun.ifPresent(earlier -> requireSame(earlier, run));
    folder.begin(run);
    begun.ifPresent(earlier -> tellGone(earlier.submissions(), ids));
    return rules;
  }

  private void tellGone(List<String> before, List<String> now) {
    Set<String> gone = new LinkedHashSet<>(before);
    now.forEach(gone::remove);
    if (!gone.isEmpty()) {
      err.println(words.say("gone", Visible.line(String.join(", ", gone))));
    }
  }

  private void requireSame(Run begun, Run now) {
    List<String> differences = begun.differencesTo(now);
    if (!begun.seed().equals(now.seed())) {
      differences.add("--seed %s / %s".formatted(begun.seed(), now.seed()));
    }
    if (!begun.shard().equals(now.shard())) {
      differences.add("--shard %s / %s".formatted(begun.shard(), now.shard()));
    }
    if (!differences.isEmpty()) {
      throw new UserError("resume.differs", out, String.join("; ", differences));
    }
  }
}
