package tp6.grader.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tp6.grader.grade.Result;

/**
 * A student at work.
 *
 * @param last result, without its stories
 * @param since when the place is the same
 * @param gradings of other sources each, at that place
 * @param sources of the last result
 */
record Student(
    Result last, Place place, Instant since, int gradings, Map<String, Integer> sources) {

  /** When somebody is stuck who loses the same stage again and again. */
  record Stuck(int gradings, Duration time) {
    boolean isTrueOf(Student student, Instant now) {
      return student.place.kind() == Place.Kind.LOST
          && (student.gradings >= gradings || !student.since.plus(time).isAfter(now));
    }
  }

  /** The same student after another grading. */
  static Student after(Optional<Student> before, Result now, Instant at) {
    Map<String, Integer> sources = Place.sources(now);
    Set<String> changed =
        sources.keySet().stream()
            .filter(one -> before.isPresent() && isOther(before.get().sources, sources, one))
            .collect(Collectors.toSet());
    Place place = Place.of(now, changed);
    Optional<Student> same = before.filter(student -> student.place.isSameAs(place));
    boolean isNew = same.isEmpty() || !same.get().last.digest().equals(now.digest());
    return new Student(
        now.withoutStories(),
        place,
        same.map(Student::since).orElse(at),
        same.map(Student::gradings).orElse(0) + (isNew ? 1 : 0),
        sources);
  }

  private static boolean isOther(Map<String, Integer> old, Map<String, Integer> now, String name) {
    return !Objects.equals(old.get(name), now.get(name));
  }
}
