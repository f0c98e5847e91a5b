package tp6.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/** Takes the student's own sources, file by file, and notes what it leaves behind. */
public final class Intake {
  private static final int MAX_SIZE = 256 * 1024;
  private static final int MAX_FILES = 200;
  private static final int MAX_TOTAL = 2 * 1024 * 1024;
  private static final Pattern JAVA_PATH =
      Pattern.compile("(?:[a-zA-Z_]\\w{0,60}/){0,8}[a-zA-Z_]\\w{0,60}\\.java");
  private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}\\\\]{1,250}");

  private final CourseFiles course;
  private final Tree tree;
  private final Map<Course, Map<String, byte[]>> sources = new EnumMap<>(Course.class);
  private final List<Note> notes = new ArrayList<>();
  private int files;
  private int total;

  private Intake(CourseFiles course, Tree tree) {
    this.course = course;
    this.tree = tree;
  }

  /**
   * Reads a submission.
   *
   * @throws Refused where there is nothing that could be graded
   */
  public static Submission of(Path handedIn, CourseFiles course) throws IOException {
    try (Tree tree = Tree.open(handedIn)) {
      return new Intake(course, tree).take();
    }
  }

  /** Reads a submission as it stands on the disk, also where it is a git repository. */
  public static Submission ofFiles(Path handedIn, CourseFiles course) throws IOException {
    try (Tree tree = Tree.openFiles(handedIn)) {
      return new Intake(course, tree).take();
    }
  }

  private Submission take() throws IOException {
    List<Entry> entries = new ArrayList<>(tree.entries());
    entries.sort(Comparator.comparing(Entry::path));
    String root = root(entries);
    for (Entry entry : entries) {
      if (entry.path().length() > Tree.MAX_PATH) {
        throw new Refused("holds a path of more than " + Tree.MAX_PATH + " characters");
      }
      if (entry.path().startsWith(root) && !Noise.isIn(entry.path())) {
        take(entry, entry.path().substring(root.length()));
      }
    }
    return new Submission(sources, notes);
  }

  /** The folder around the exercises: a zip mostly has one more. */
  private static String root(List<Entry> entries) throws Refused {
    return entries.stream()
        .map(Entry::path)
        .flatMap(Intake::rootsIn)
        .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new Refused("holds no exercise: no folder such as clock/src/main/java"));
  }

  private static Stream<String> rootsIn(String path) {
    return Arrays.stream(Course.values())
        .filter(exercise -> ("/" + path).contains("/" + exercise.sourceRoot()))
        .map(exercise -> path.substring(0, ("/" + path).indexOf("/" + exercise.sourceRoot())));
  }

  private void take(Entry entry, String path) throws IOException {
    Optional<Course> exercise =
        Arrays.stream(Course.values())
            .filter(one -> path.startsWith(one.sourceFolder()))
            .findFirst();
    boolean isGiven = course.find(path).isPresent();
    boolean isSource = path.endsWith(".java") && !isModuleInfo(path);
    Optional<Reason> reason =
        exercise.isPresent() && !isGiven && isSource
            ? takeSource(entry, exercise.get(), path)
            : whyIgnored(entry, path);
    reason.ifPresent(why -> notes.add(new Note(path, why)));
  }

  /** Takes a source, or tells why not. */
  private Optional<Reason> takeSource(Entry entry, Course exercise, String path)
      throws IOException {
    Optional<Reason> oddity = oddity(entry, path);
    if (oddity.isPresent()) {
      return oddity;
    }
    if (!JAVA_PATH.matcher(path.substring(exercise.sourceFolder().length())).matches()) {
      return Optional.of(Reason.NAME);
    }
    if (files == MAX_FILES) {
      return Optional.of(Reason.TOO_MANY);
    }
    Optional<byte[]> content = tree.read(entry, Math.min(MAX_SIZE, MAX_TOTAL - total));
    if (content.isEmpty()) {
      return Optional.of(Reason.TOO_LARGE);
    }
    if (isBinary(content.get())) {
      return Optional.of(Reason.BINARY);
    }
    files++;
    total += content.get().length;
    sources
        .computeIfAbsent(exercise, one -> new TreeMap<>())
        .put(path.substring(exercise.sourceRoot().length()), content.get());
    return Optional.empty();
  }

  private Optional<Reason> whyIgnored(Entry entry, String path) throws IOException {
    Optional<Reason> oddity = oddity(entry, path);
    if (oddity.isPresent()) {
      return oddity;
    }
    Optional<byte[]> own = course.find(path);
    if (own.isEmpty()) {
      return Optional.of(isModuleInfo(path) ? Reason.MODULE_INFO : Reason.ADDED);
    }
    boolean same =
        tree.read(entry, MAX_SIZE)
            .filter(content -> text(content).equals(text(own.get())))
            .isPresent();
    return same ? Optional.empty() : Optional.of(Reason.CHANGED);
  }

  private static Optional<Reason> oddity(Entry entry, String path) {
    if (!PATH.matcher(path).matches()
        || path.startsWith("/")
        || Arrays.asList(path.split("/")).contains("..")) {
      return Optional.of(Reason.PATH);
    }
    return switch (entry.kind()) {
      case FILE -> Optional.empty();
      case LINK -> Optional.of(Reason.LINK);
      case SUBMODULE -> Optional.of(Reason.SUBMODULE);
      case SPECIAL -> Optional.of(Reason.SPECIAL);
    };
  }

  private static boolean isModuleInfo(String path) {
    return path.endsWith("/module-info.java");
  }

  private static boolean isBinary(byte[] content) {
    for (byte one : content) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  /** Line ends are those of the student's system. */
  private static String text(byte[] content) {
    return new String(content, UTF_8).replace("\r\n", "\n");
  }
}
