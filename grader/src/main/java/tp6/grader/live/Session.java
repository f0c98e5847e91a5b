package tp6.grader.live;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tp6.grader.grade.Result;
import tp6.grader.run.Grader;
import tp6.grader.store.Expected;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;

/**
 * Grades what is new in a class at work, into the folder of a run: a few hand-ins at a time, for
 * some take a minute, and nobody waits for these.
 */
public final class Session {
  /** Says who is there. */
  @FunctionalInterface
  public interface Roll {
    List<Candidate> call() throws IOException;
  }

  private static final int AT_A_TIME = 4;

  private final Roll roll;
  private final RunFolder folder;
  private final Grader grader;
  private final Board board;
  private final Lookout lookout;
  private final Map<Candidate, CompletableFuture<Result>> underWay = new LinkedHashMap<>();
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

  /** Takes what is graded by now, and begins with what is new. */
  public void round() throws IOException {
    callTheRoll();
    for (Candidate one : List.copyOf(underWay.keySet())) {
      if (underWay.get(one).isDone()) {
        take(underWay.remove(one).join());
      }
    }
    List<Candidate> news =
        lookout.news(present.stream().filter(one -> !underWay.containsKey(one)).toList());
    int places = Math.min(news.size(), AT_A_TIME - underWay.size());
    news.subList(0, places).forEach(one -> underWay.put(one, grader.grade(one)));
    board.busy(underWay.keySet().stream().map(Candidate::id).toList(), news.size() - places);
  }

  private void take(Result result) throws IOException {
    boolean isGone = result.digest().isEmpty() && lookout.isDone(result.id());
    if (!isEnding && !isGone) {
      folder.write(result);
      lookout.done(result);
      board.take(result, Instant.now());
    }
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

  /** From now on nothing is written: what fails does so because it is ended. */
  public void end() {
    isEnding = true;
  }
}
