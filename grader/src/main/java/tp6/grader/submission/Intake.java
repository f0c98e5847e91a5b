package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** Finds the student's own sources in what was handed in, also in an archive that lies there. */
public final class Intake {
  private static final int MAX_ARCHIVES = 10;

  /** Reads what is handed in at a path. */
  @FunctionalInterface
  public interface Reading {
    Submission read(Path handedIn) throws IOException;
  }

  private final CourseFiles course;
  private final Tree tree;
  private final List<Entry> entries;

  private Intake(CourseFiles course, Tree tree) throws IOException {
    this.course = course;
    this.tree = tree;
    this.entries =
        tree.entries().stream()
            .filter(entry -> !Noise.isIn(entry.path()))
            .sorted(Comparator.comparing(Entry::path))
            .toList();
    if (entries.stream().anyMatch(entry -> entry.path().length() > Tree.MAX_PATH)) {
      throw Refused.because("long.path", Tree.MAX_PATH);
    }
  }

  /**
   * Reads a submission.
   *
   * @throws Refused where there is nothing that could be graded
   */
  public static Submission of(Path handedIn, CourseFiles course) throws IOException {
    try (Tree tree = Trees.open(handedIn)) {
      Intake intake = new Intake(course, tree);
      return intake.take().handedIn(intake.date(handedIn));
    }
  }

  /** Reads a submission as it stands on the disk, also where it is a git repository. */
  public static Submission ofFiles(Path handedIn, CourseFiles course) throws IOException {
    try (Tree tree = Trees.openFiles(handedIn)) {
      return new Intake(course, tree).take();
    }
  }

  private Submission take() throws IOException {
    requireOneStudent();
    Placement placement = new Placement(tree, entries, course);
    List<Entry> archives = entries.stream().filter(Intake::isArchive).toList();
    if (!placement.hasSources() && !archives.isEmpty()) {
      return ofNewest(archives);
    }
    if (placement.isEmpty()) {
      throw whatElse();
    }
    Sources sources = new Sources(course, tree);
    for (Entry entry : entries) {
      sources.take(entry, placement.pathOf(entry), placement.reason(entry));
    }
    return sources.submission();
  }

  private static boolean isArchive(Entry entry) {
    return entry.kind() == Kind.FILE && Archives.isName(entry.path());
  }

  /** What Moodle lets download is a class. */
  private void requireOneStudent() throws Refused {
    List<Download> all =
        entries.stream()
            .flatMap(entry -> Arrays.stream(entry.path().split("/")))
            .distinct()
            .flatMap(name -> Download.of(name).stream())
            .toList();
    if (all.stream().anyMatch(one -> !one.isBySame(all.get(0)))) {
      throw Refused.because("several.students", all.get(0).who());
    }
  }

  /** Of several archives with an exercise in them, the one that has the newest source. */
  private Submission ofNewest(List<Entry> archives) throws IOException {
    if (archives.size() > MAX_ARCHIVES) {
      throw Refused.because("many.archives", MAX_ARCHIVES);
    }
    Map<Entry, Submission> found = new LinkedHashMap<>();
    List<Long> times = new ArrayList<>();
    Optional<Refused> refused = Optional.empty();
    for (Entry archive : archives) {
      try (Tree inner = tree.openArchive(archive)) {
        Intake intake = new Intake(course, inner);
        found.put(archive, intake.take());
        times.add(intake.newest(".java"));
      } catch (Refused e) {
        refused = refused.or(() -> Optional.of(e));
      }
    }
    if (found.isEmpty()) {
      throw refused.get();
    }
    long newest = Collections.max(times);
    if (Collections.frequency(times, newest) > 1) {
      throw Refused.because(
          "several.archives", String.join(", ", found.keySet().stream().map(Entry::path).toList()));
    }
    Entry taken = List.copyOf(found.keySet()).get(times.indexOf(newest));
    Stream<Note> others =
        entries.stream()
            .filter(entry -> !entry.equals(taken) && !Noise.isHidden(entry.path()))
            .map(
                entry ->
                    new Note(entry.path(), found.containsKey(entry) ? Reason.OLDER : Reason.ADDED));
    return found.get(taken).with(others.toList());
  }

  private long newest(String ending) {
    return entries.stream()
        .filter(entry -> entry.path().endsWith(ending))
        .mapToLong(Entry::time)
        .max()
        .orElse(0);
  }

  /** Of the commit, of the archive, or of the newest file in the folder. */
  private Instant date(Path handedIn) throws IOException {
    if (tree.committed().isPresent()) {
      return tree.committed().get();
    }
    return Files.isRegularFile(handedIn)
        ? Files.getLastModifiedTime(handedIn).toInstant()
        : Instant.ofEpochMilli(newest(""));
  }

  /** Why there is nothing to grade, and what there is. */
  private Refused whatElse() {
    List<String> names = entries.stream().map(Entry::path).toList();
    Optional<String> source = names.stream().filter(name -> name.endsWith(".java")).findFirst();
    if (source.isPresent()) {
      return Refused.because("no.line", source.get());
    }
    return switch (names.size()) {
      case 0 -> Refused.because("no.exercise");
      case 1 -> Refused.because("no.exercise.but", names.get(0));
      default -> Refused.because("no.exercise.but.more", names.get(0));
    };
  }
}
