package tp6.grader.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tp6.grader.course.Course;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Footprint;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Submission;

/** Notices who has handed in what was not graded yet. What has not changed is not read again. */
final class Lookout {
  /**
   * What is there.
   *
   * @param digest of all of it
   * @param exercises each of them on its own
   */
  record Content(String digest, Map<Course, String> exercises) {}

  /**
   * What was read.
   *
   * @param isSettled whether a change after that would be seen at a glance
   */
  private record Seen(Footprint footprint, boolean isSettled, Optional<Content> content) {
    boolean looksOtherwise(Optional<Footprint> now) {
      return now.isPresent() && !now.get().equals(footprint);
    }
  }

  private final Intake.Reading reading;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** The newest last; nothing where nothing could be read. */
  private final Map<String, Optional<Content>> graded = new LinkedHashMap<>();

  Lookout(Intake.Reading reading) {
    this.reading = reading;
  }

  /** That this is graded: the same is not new any more. */
  void done(Result result, Optional<Content> content) {
    graded.remove(result.id());
    // Where it was another one by then, it is known as a whole.
    graded.put(
        result.id(),
        result
            .digest()
            .map(
                digest ->
                    content
                        .filter(one -> one.digest().equals(digest))
                        .orElse(new Content(digest, Map.of()))));
  }

  boolean isDone(String id) {
    return graded.containsKey(id);
  }

  /**
   * Those that look otherwise than when they were read last. A glance is all that it takes, while
   * reading takes its time where many hand in at once; any thread may ask.
   */
  List<String> noticed(List<Candidate> candidates) {
    return candidates.stream()
        .filter(
            one -> seen.containsKey(one.id()) && seen.get(one.id()).looksOtherwise(footprint(one)))
        .map(Candidate::id)
        .toList();
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
    Optional<Content> content = content(candidate);
    // Where nothing can be read any more, what was graded stands: a disk may be away for a while.
    return content.isPresent()
        ? !content.map(Content::digest).equals(last(candidate.id()).map(Content::digest))
        : !isDone(candidate.id());
  }

  private Optional<Content> last(String id) {
    return graded.getOrDefault(id, Optional.empty());
  }

  /** Whether an exercise is there, and as it was when it was graded. */
  boolean isSame(String id, Optional<Content> now, Course exercise) {
    Optional<String> digest = now.map(one -> one.exercises().get(exercise));
    return digest.isPresent() && digest.equals(last(id).map(one -> one.exercises().get(exercise)));
  }

  /** What is there now; nothing where it cannot be read: the grading tells why. */
  Optional<Content> content(Candidate candidate) {
    long now = System.currentTimeMillis();
    Optional<Footprint> footprint = footprint(candidate);
    Seen last = seen.get(candidate.id());
    if (last != null && last.isSettled() && footprint.equals(Optional.of(last.footprint()))) {
      return last.content();
    }
    Optional<Content> content = read(candidate);
    footprint.ifPresent(
        one -> seen.put(candidate.id(), new Seen(one, one.isSettledAt(now), content)));
    return content;
  }

  /** What was there when it was read last: reading it again would take as long again. */
  Optional<Content> lastRead(Candidate candidate) {
    Seen last = seen.get(candidate.id());
    return last == null ? content(candidate) : last.content();
  }

  private static Optional<Footprint> footprint(Candidate candidate) {
    try {
      return Optional.of(Footprint.of(candidate.path()));
    } catch (IOException e) {
      // Its content tells.
      return Optional.empty();
    }
  }

  private Optional<Content> read(Candidate candidate) {
    try {
      Submission submission = reading.read(candidate.path());
      return Optional.of(new Content(submission.digest(), submission.digests()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
