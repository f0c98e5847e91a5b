package tp6.grader.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.report.NaturalOrder;
import tp6.grader.submission.Candidate;

/** Who stands where since when; filled with one result after the other, by several threads. */
public final class Board {
  /** As many other solutions that lose the same stage are no matter of typing any more. */
  static final int GRADINGS = 4;

  /**
   * Something that was handed in, and of which nothing has come yet.
   *
   * @param since when it was seen
   * @param isUnderWay whether it is graded now; otherwise it waits for that
   */
  record News(Instant since, boolean isUnderWay) {}

  private final Student.Stuck stuck;
  private final Map<String, Candidate> expected = new LinkedHashMap<>();
  private final Map<String, Student> students = new LinkedHashMap<>();
  private Map<String, News> news = new LinkedHashMap<>();
  private long version;

  /**
   * An empty one.
   *
   * @param stuckAfter how long the same stage is lost until somebody is stuck
   */
  public Board(Duration stuckAfter) {
    this.stuck = new Student.Stuck(GRADINGS, stuckAfter);
  }

  /** The class, whether something of it is graded or not. */
  public synchronized void expect(List<Candidate> candidates) {
    candidates.forEach(one -> expected.put(one.id(), one));
    version++;
  }

  /** Takes in what came of somebody, at that time. */
  public synchronized void take(Result result, Instant at) {
    students.compute(
        result.id(), (id, before) -> Student.after(Optional.ofNullable(before), result, at));
    news.remove(result.id());
    version++;
  }

  /** Who is graded now, and who waits for that, at that time. */
  synchronized void busy(Collection<String> grading, Collection<String> waiting, Instant at) {
    Map<String, News> now = new LinkedHashMap<>();
    grading.forEach(id -> now.put(id, new News(since(id, at), true)));
    waiting.forEach(id -> now.putIfAbsent(id, new News(since(id, at), false)));
    renew(now);
  }

  /** That these wait, too. */
  synchronized void notice(Collection<String> ids, Instant at) {
    Map<String, News> now = new LinkedHashMap<>(news);
    ids.forEach(id -> now.putIfAbsent(id, new News(at, false)));
    renew(now);
  }

  private void renew(Map<String, News> now) {
    if (!now.equals(news)) {
      news = now;
      version++;
    }
  }

  private Instant since(String id, Instant at) {
    return news.containsKey(id) ? news.get(id).since() : at;
  }

  /** Of whom something new is there, those that are graded now first. */
  synchronized Map<String, News> news() {
    return new LinkedHashMap<>(news);
  }

  /** Another one where there is something else to see. */
  synchronized long version() {
    return version;
  }

  /** The last ones, without stories, in the order of the class. */
  synchronized List<Result> results() {
    List<Result> results = new ArrayList<>(students.values().stream().map(Student::last).toList());
    NaturalOrder.sort(results);
    return results;
  }

  /** Those of whom there is a result, in the same order. */
  synchronized List<Student> students() {
    return results().stream().map(one -> students.get(one.id())).toList();
  }

  boolean isStuck(Student student, Instant now) {
    return stuck.isTrueOf(student, now);
  }

  /** Those of whom there is no result. */
  synchronized List<Candidate> unseen() {
    return expected.values().stream().filter(one -> !students.containsKey(one.id())).toList();
  }
}
