package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tp6.grader.course.Course;
import tp6.grader.submission.Note.Reason;

/**
 * What lies about in a hand-in and the archives in it. Each exercise is taken from where it is; of
 * several that differ, not from the starter, and of the others from the one whose source of it is
 * the newest.
 */
final class Parts {
  /** What lies about, in names of parts. */
  static final String LOOSE = "";

  private record Part(String name, Submission submission, Map<Course, Long> times) {
    boolean isLoose() {
      return name.isEmpty();
    }

    String nameFor(Course exercise) {
      return isLoose() ? exercise.module() : name;
    }

    boolean holds(Course exercise) {
      return submission.sources().containsKey(exercise);
    }

    long time(Course exercise) {
      return times.get(exercise);
    }

    long todos(Course exercise) {
      return submission.sources().get(exercise).values().stream()
          .mapToLong(source -> SourceText.todos(new String(source, UTF_8)))
          .sum();
    }

    boolean isSameAs(Part other, Course exercise) {
      return digest(exercise).equals(other.digest(exercise));
    }

    private String digest(Course exercise) {
      return submission.digests().get(exercise);
    }

    boolean isNamedIn(Note note) {
      return note.path().equals(name);
    }
  }

  private final List<Part> parts = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param name the path of the archive, or {@link #LOOSE}
   * @param times of the newest source of each exercise; 0 where that is not known
   */
  void add(String name, Submission submission, Map<Course, Long> times) {
    parts.add(new Part(name, submission, times));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Whether nothing is missing. */
  boolean haveAll() {
    return Course.all().stream().noneMatch(exercise -> holders(exercise).isEmpty());
  }

  /**
   * All of them as one.
   *
   * @throws Refused where two of an exercise differ and no date tells which one counts
   */
  Submission together() throws Refused {
    Map<Course, Map<String, byte[]>> sources = new TreeMap<>();
    Set<Part> taken = new HashSet<>();
    List<Note> notes = new ArrayList<>();
    for (Course exercise : Course.all()) {
      List<Part> holders = holders(exercise);
      if (!holders.isEmpty()) {
        Part one = chosen(exercise, holders);
        sources.put(exercise, one.submission().sources().get(exercise));
        taken.add(one);
        holders.stream()
            .filter(other -> !other.isSameAs(one, exercise))
            .forEach(
                other -> notes.add(new Note(other.nameFor(exercise), why(other, one, exercise))));
      }
    }
    Map<String, String> answers = new TreeMap<>();
    for (Part part : parts) {
      boolean isTaken = taken.contains(part) || part.submission().sources().isEmpty();
      if (isTaken) {
        part.submission().answers().forEach(answers::putIfAbsent);
        notes.addAll(part.submission().notes());
      } else if (!part.isLoose() && notes.stream().noneMatch(part::isNamedIn)) {
        notes.add(new Note(part.name(), Reason.COPY));
      }
    }
    return new Submission(sources, answers, notes.stream().distinct().toList(), Optional.empty());
  }

  private List<Part> holders(Course exercise) {
    return parts.stream().filter(part -> part.holds(exercise)).toList();
  }

  private static Reason why(Part other, Part taken, Course exercise) {
    return other.todos(exercise) > taken.todos(exercise) ? Reason.STARTER : Reason.OLDER;
  }

  private static Part chosen(Course exercise, List<Part> holders) throws Refused {
    long least = holders.stream().mapToLong(part -> part.todos(exercise)).min().orElse(0);
    List<Part> work = holders.stream().filter(part -> part.todos(exercise) == least).toList();
    Part newest =
        work.stream().max(Comparator.comparing(part -> part.time(exercise))).orElseThrow();
    boolean isSure =
        work.stream()
            .filter(part -> !part.isSameAs(newest, exercise))
            .allMatch(part -> Copies.isSurelyOlder(part.time(exercise), newest.time(exercise)));
    if (!isSure) {
      throw Refused.because(
          "several.archives",
          work.stream().map(part -> part.nameFor(exercise)).collect(Collectors.joining(", ")));
    }
    return work.stream().filter(part -> part.isSameAs(newest, exercise)).findFirst().orElseThrow();
  }
}
