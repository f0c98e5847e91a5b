package tp6.grader.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.store.Run;
import tp6.grader.store.RunFolder;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;

/** Takes up the results that others write into the folder of a run, and grades nothing. */
public final class Written {
  private final Path place;
  private final RunFolder folder;
  private final Board board;
  private final Map<String, Instant> taken = new HashMap<>();
  private List<String> ids = List.of();

  public Written(Path place, Board board) {
    this.place = place;
    this.folder = new RunFolder(place);
    this.board = board;
  }

  /**
   * What was asked for in that run.
   *
   * @throws Refused where there is none
   */
  public Run run() throws IOException {
    return folder.run().orElseThrow(() -> Refused.because("not.graded", place));
  }

  /** Looks who is done now. */
  public void round() throws IOException {
    List<String> now = run().submissions();
    if (!now.equals(ids)) {
      board.expect(now.stream().map(id -> new Candidate(id, place, "", "")).toList());
      ids = now;
    }
    for (String id : ids) {
      Optional<Instant> done = folder.doneAt(id);
      if (done.isPresent() && !done.get().equals(taken.get(id))) {
        Optional<Result> result = folder.read(id);
        // It may be half of the next one that is there now.
        result.ifPresent(one -> board.take(one, done.get()));
        result.ifPresent(one -> taken.put(id, done.get()));
      }
    }
  }
}
