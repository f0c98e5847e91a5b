package tp6.grader.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Footprint;
import tp6.grader.submission.Intake;

/** Notices who has handed in what was not graded yet. What has not changed is not read again. */
final class Lookout {
  private record Seen(Footprint footprint, Optional<String> digest) {}

  private final Intake.Reading reading;
  private final Map<String, Seen> seen = new HashMap<>();

  /** The digests, the newest last; empty where nothing could be read. */
  private final Map<String, Optional<String>> graded = new LinkedHashMap<>();

  Lookout(Intake.Reading reading) {
    this.reading = reading;
  }

  /** That this is graded: the same is not new any more. */
  void done(Result result) {
    graded.remove(result.id());
    graded.put(result.id(), result.digest());
  }

  boolean isDone(String id) {
    return graded.containsKey(id);
  }

  /** Those with something new: who was graded before waits to see it, and longest goes first. */
  List<Candidate> news(List<Candidate> candidates) {
    List<String> order = List.copyOf(graded.keySet());
    List<Candidate> news = new ArrayList<>(candidates.stream().filter(this::isNew).toList());
    news.sort(
        Comparator.<Candidate, Boolean>comparing(one -> !isDone(one.id()))
            .thenComparing(one -> order.indexOf(one.id())));
    return news;
  }

  private boolean isNew(Candidate candidate) {
    Optional<String> digest = digest(candidate);
    // Where nothing can be read any more, what was graded stands: a disk may be away for a while.
    return digest.isPresent()
        ? !digest.equals(graded.get(candidate.id()))
        : !isDone(candidate.id());
  }

  private Optional<String> digest(Candidate candidate) {
    long now = System.currentTimeMillis();
    Optional<Footprint> footprint = footprint(candidate);
    Seen last = seen.get(candidate.id());
    if (last != null && footprint.equals(Optional.of(last.footprint()))) {
      return last.digest();
    }
    Optional<String> digest = read(candidate);
    footprint
        .filter(one -> one.isSettledAt(now))
        .ifPresent(one -> seen.put(candidate.id(), new Seen(one, digest)));
    return digest;
  }

  private static Optional<Footprint> footprint(Candidate candidate) {
    try {
      return Optional.of(Footprint.of(candidate.path()));
    } catch (IOException e) {
      // Its content tells.
      return Optional.empty();
    }
  }

  /** The digest; nothing where it cannot be read: the grading tells why. */
  private Optional<String> read(Candidate candidate) {
    try {
      return Optional.of(reading.read(candidate.path()).digest());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
