package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** Finds the student's own sources in what was handed in, also in an archive that lies there. */
public final class Intake {
  private static final int MAX_ARCHIVES = 10;

  /** What is said of an archive without an exercise. */
  private static final Set<String> NOTHING =
      Set.of(
          "no.exercise",
          "no.exercise.but",
          "no.exercise.but.more",
          "no.exercise.aside",
          "no.exercise.tests",
          "no.line");

  /** Reads what is handed in at a path. */
  @FunctionalInterface
  public interface Reading {
    Submission read(Path handedIn) throws IOException;
  }

  private final CourseFiles course;
  private final Tree tree;
  private final List<Entry> entries;
  private final Map<Course, Long> times = new TreeMap<>();

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
    OneStudent.require(tree, entries);
    Placement placement = new Placement(tree, entries, course);
    for (Course exercise : Course.all()) {
      times.put(exercise, newest(tree.hasDates() ? placement.sourcesOf(exercise) : Stream.of()));
    }
    List<Entry> archives = entries.stream().filter(Intake::isArchive).toList();
    if (archives.isEmpty() || placement.hasSources() && areManyWithoutWork(placement, archives)) {
      return takeLoose(placement, entries);
    }
    return takeAll(placement, archives);
  }

  /** Too many to be opened, and there is no need to. */
  private boolean areManyWithoutWork(Placement placement, List<Entry> archives) throws IOException {
    if (archives.size() <= MAX_ARCHIVES) {
      return false;
    }
    if (Course.all().stream().allMatch(one -> placement.sourcesOf(one).findAny().isPresent())) {
      return true;
    }
    for (Entry archive : archives) {
      if (InnerArchive.mayHoldWork(tree, archive)) {
        return false;
      }
    }
    return true;
  }

  /** What lies in the tree itself. */
  private Submission takeLoose(Placement placement, List<Entry> loose) throws IOException {
    if (placement.isEmpty()) {
      List<Entry> aside = Stream.concat(tree.entries().stream(), tree.aside().stream()).toList();
      throw new WhatElse(tree, course).of(entries, aside);
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

  /** With the archives, which may have other exercises, or a correction. */
  private Submission takeAll(Placement placement, List<Entry> archives) throws IOException {
    if (archives.size() > MAX_ARCHIVES) {
      throw Refused.because("many.archives", MAX_ARCHIVES);
    }
    Parts parts = new Parts();
    if (placement.hasSources()) {
      List<Entry> loose = entries.stream().filter(entry -> !archives.contains(entry)).toList();
      parts.add(Parts.LOOSE, takeLoose(placement, loose), times);
    }
    List<Entry> left = new ArrayList<>();
    Optional<Refused> first = Optional.empty();
    Optional<Refused> unread = Optional.empty();
    for (Entry archive : archives) {
      try (Tree inner = tree.openArchive(archive)) {
        Intake intake = new Intake(course, inner);
        parts.add(archive.path(), intake.take(), intake.times);
      } catch (Refused e) {
        left.add(archive);
        first = first.or(() -> Optional.of(e));
        unread = unread.isEmpty() && mayHideAnExercise(archive, e) ? Optional.of(e) : unread;
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

  private boolean mayHideAnExercise(Entry archive, Refused why) throws IOException {
    return why.why().key().equals("nested")
        ? InnerArchive.mayHoldWork(tree, archive)
        : !NOTHING.contains(why.why().key());
  }

  /** Where all that counts is in archives: what lies beside them. */
  private List<Entry> besides(List<Entry> archives, List<Entry> left) {
    return entries.stream()
        .filter(entry -> !archives.contains(entry) || left.contains(entry))
        .filter(entry -> !Noise.isHidden(entry.path()))
        .toList();
  }

  private static long newest(Stream<Entry> files) {
    return files.mapToLong(Entry::time).max().orElse(0);
  }

  /** Of the commit, of the archive, or of the newest file in the folder. */
  private Instant date(Path handedIn) throws IOException {
    if (tree.committed().isPresent()) {
      return tree.committed().get();
    }
    return Files.isRegularFile(handedIn)
        ? Files.getLastModifiedTime(handedIn).toInstant()
        : Instant.ofEpochMilli(newest(entries.stream()));
  }
}
