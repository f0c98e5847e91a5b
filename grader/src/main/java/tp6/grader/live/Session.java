package tp6.grader.live;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.run.Grader;
import tp6.grader.store.Expected;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;

/** Grades what is new in a class at work, one hand-in at a time, into the folder of a run. */
public final class Session {
  /** Says who is there. */
  @FunctionalInterface
  public interface Roll {
    List<Candidate> call() throws IOException;
  }

  private final Roll roll;
  private final RunFolder folder;
  private final Grader grader;
  private final Board board;
  private final Lookout lookout;
  private List<Candidate> present = List.of();
  private volatile boolean isEnding;

  public Session(Roll roll, RunFolder folder, Grader grader, Intake.Reading reading, Board board) {
    this.roll = roll;
    this.folder = folder;
    this.grader = grader;
    this.board = board;
    this.lookout = new Lookout(reading);
  }

  /** Takes up what of a class is graded already, as far as it is what the run expects. */
  public void resume(List<Candidate> all, Expected expected) throws IOException {
    for (Candidate one : all) {
      Optional<Result> old =
          folder
              .read(one.id())
              .filter(result -> result.isGraded() && expected.misfit(result, one).isEmpty());
      if (old.isPresent()) {
        lookout.done(old.get());
        board.take(old.get(), folder.doneAt(one.id()).orElseGet(Instant::now));
      }
    }
  }

  /** Grades until nothing is new. */
  public void round() throws IOException {
    List<Candidate> news = look();
    while (!news.isEmpty() && !isEnding) {
      grade(news.get(0), news.size() - 1);
      news = look();
    }
  }

  private List<Candidate> look() throws IOException {
    callTheRoll();
    return lookout.news(present);
  }

  private void callTheRoll() throws IOException {
    try {
      List<Candidate> now = roll.call();
      if (!now.equals(present)) {
        board.expect(now);
        List<String> ids = now.stream().map(Candidate::id).toList();
        folder.begin(folder.run().orElseThrow().ofWholeClass(ids));
        present = now;
      }
    } catch (Refused e) {
      // The list is being written: the class is as it was.
      return;
    }
  }

  private void grade(Candidate candidate, int others) throws IOException {
    board.busy(Optional.of(candidate.id()), others);
    Result result = grader.grade(candidate).join();
    boolean isGone = result.digest().isEmpty() && lookout.isDone(candidate.id());
    if (!isEnding && !isGone) {
      folder.write(result);
      lookout.done(result);
      board.take(result, Instant.now());
    }
    board.busy(Optional.empty(), others);
  }

  /** From now on nothing is written: what fails does so because it is ended. */
  public void end() {
    isEnding = true;
  }
}
