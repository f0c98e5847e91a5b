package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** Finds the student's own sources in what was handed in, also in an archive that lies there. */
public final class Intake {
  private static final int MAX_ARCHIVES = 10;

  /** What is said of an archive without an exercise, or of one that nobody expects to be opened. */
  private static final Set<String> NOTHING =
      Set.of("no.exercise", "no.exercise.but", "no.exercise.but.more", "no.line", "nested");

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
    List<Entry> found = tree.entries().stream().filter(entry -> !Noise.isIn(entry.path())).toList();
    this.entries =
        Stream.concat(found.stream(), Submodules.missingIn(tree, found).stream())
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
    boolean isTold = tree.committed().isPresent() || archives.size() > MAX_ARCHIVES;
    if (archives.isEmpty() || placement.hasSources() && isTold) {
      return takeLoose(placement, entries);
    }
    return takeAll(placement, archives);
  }

  /** What lies in the tree itself. */
  private Submission takeLoose(Placement placement, List<Entry> loose) throws IOException {
    if (placement.isEmpty()) {
      throw whatElse();
    }
    Sources sources = new Sources(course, tree);
    for (Entry entry : loose) {
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

  /** With the archives, which may have other exercises, or a correction. */
  private Submission takeAll(Placement placement, List<Entry> archives) throws IOException {
    if (archives.size() > MAX_ARCHIVES) {
      throw Refused.because("many.archives", MAX_ARCHIVES);
    }
    Parts parts = new Parts();
    if (placement.hasSources()) {
      List<Entry> loose = entries.stream().filter(entry -> !archives.contains(entry)).toList();
      parts.add(Parts.LOOSE, takeLoose(placement, loose), newest(".java"));
    }
    List<Entry> left = new ArrayList<>();
    Optional<Refused> first = Optional.empty();
    Optional<Refused> unread = Optional.empty();
    for (Entry archive : archives) {
      try (Tree inner = tree.openArchive(archive)) {
        Intake intake = new Intake(course, inner);
        parts.add(archive.path(), intake.take(), intake.newest(".java"));
      } catch (Refused e) {
        left.add(archive);
        first = first.or(() -> Optional.of(e));
        unread = unread.or(() -> Optional.of(e).filter(Intake::mayHideAnExercise));
      }
    }
    if (parts.isEmpty()) {
      throw first.get();
    }
    if (unread.isPresent() && !parts.haveAll()) {
      throw unread.get();
    }
    List<Entry> others = placement.hasSources() ? left : besides(archives, left);
    return parts
        .together()
        .with(others.stream().map(entry -> new Note(entry.path(), Reason.ADDED)).toList());
  }

  private static boolean mayHideAnExercise(Refused archive) {
    return !NOTHING.contains(archive.why().key());
  }

  /** Where all that counts is in archives: what lies beside them. */
  private List<Entry> besides(List<Entry> archives, List<Entry> left) {
    return entries.stream()
        .filter(entry -> !archives.contains(entry) || left.contains(entry))
        .filter(entry -> !Noise.isHidden(entry.path()))
        .toList();
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
    Optional<Entry> submodule =
        entries.stream().filter(entry -> entry.kind() == Kind.SUBMODULE).findFirst();
    if (submodule.isPresent()) {
      return Refused.because("git.submodule", submodule.get().path());
    }
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
