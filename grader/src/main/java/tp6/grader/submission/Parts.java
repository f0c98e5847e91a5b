package tp6.grader.submission;

import java.util.ArrayList;
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
 * several that differ, from the one that has the newest source.
 */
final class Parts {
  /** What lies about, in names of parts. */
  static final String LOOSE = "";

  private record Part(String name, Submission submission, long time) {
    boolean isLoose() {
      return name.isEmpty();
    }

    String nameFor(Course exercise) {
      return isLoose() ? exercise.module() : name;
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
   * @param time of its newest source
   */
  void add(String name, Submission submission, long time) {
    parts.add(new Part(name, submission, time));
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
        Part one = newest(exercise, holders);
        sources.put(exercise, one.submission().sources().get(exercise));
        taken.add(one);
        holders.stream()
            .filter(other -> !digest(other, exercise).equals(digest(one, exercise)))
            .forEach(other -> notes.add(new Note(other.nameFor(exercise), Reason.OLDER)));
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
    return parts.stream()
        .filter(part -> part.submission().sources().containsKey(exercise))
        .toList();
  }

  private static Part newest(Course exercise, List<Part> holders) throws Refused {
    long time = holders.stream().mapToLong(Part::time).max().orElse(0);
    List<Part> newest = holders.stream().filter(part -> part.time() == time).toList();
    if (newest.stream().map(part -> digest(part, exercise)).distinct().count() > 1) {
      throw Refused.because(
          "several.archives",
          newest.stream().map(part -> part.nameFor(exercise)).collect(Collectors.joining(", ")));
    }
    return newest.get(0);
  }

  private static String digest(Part part, Course exercise) {
    return part.submission().digests().get(exercise);
  }
}
