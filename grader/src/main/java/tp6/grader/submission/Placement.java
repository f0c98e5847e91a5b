package tp6.grader.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/**
 * Where in a hand-in the exercises are: each in the one folder that has classes of the student's in
 * it, or else where the package line of a source says that it belongs.
 */
final class Placement {
  private static final int MOST_LOOSE = 500;
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\r\\n]*");
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[\\s\\u00A0\\uFEFF]*package[\\s\\u00A0]+([\\w.]+)\\s*;");
  private static final Comparator<String> SHORTEST_FIRST =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final Tree tree;
  private final List<Entry> entries;
  private final CourseFiles course;
  private final Set<String> roots = new TreeSet<>(SHORTEST_FIRST);
  private final Map<Entry, String> targets = new HashMap<>();
  private final Map<Entry, Reason> reasons = new HashMap<>();
  private boolean hasSources;

  /**
   * Finds them.
   *
   * @throws Refused where there are two of one exercise, and nothing tells which one counts
   */
  Placement(Tree tree, List<Entry> entries, CourseFiles course) throws IOException {
    this.tree = tree;
    this.entries = entries;
    this.course = course;
    List<Course> lacking = new ArrayList<>();
    for (Course exercise : Course.all()) {
      Optional<String> root = rootOf(exercise);
      root.ifPresent(roots::add);
      if (root.isEmpty()) {
        lacking.add(exercise);
      }
    }
    hasSources = !roots.isEmpty();
    List<Entry> loose = new ArrayList<>();
    entries.stream()
        .filter(entry -> entry.path().endsWith(".java"))
        .filter(entry -> !("/" + entry.path()).contains("/src/test/"))
        .limit(lacking.isEmpty() ? 0 : MOST_LOOSE)
        .forEach(loose::add);
    Map<String, String> contents = new HashMap<>();
    for (Entry entry : loose) {
      placeLoose(entry, lacking, contents);
    }
    if (roots.isEmpty()) {
      // Nothing in it is the student's own; it may be the starter as it was given.
      entries.stream()
          .flatMap(entry -> Course.all().stream().flatMap(one -> around(entry, one).stream()))
          .min(SHORTEST_FIRST)
          .ifPresent(roots::add);
    }
  }

  /** Whether there are classes of the student's. */
  boolean hasSources() {
    return hasSources;
  }

  /** Whether there is anything of an exercise, if only what was given. */
  boolean isEmpty() {
    return roots.isEmpty() && !hasSources;
  }

  /** The path of an entry as the course sees it; its own where that is elsewhere. */
  String pathOf(Entry entry) {
    String placed = targets.get(entry);
    if (placed != null) {
      return placed;
    }
    return roots.stream()
        .filter(entry.path()::startsWith)
        .reduce((shorter, longer) -> longer)
        .map(root -> entry.path().substring(root.length()))
        .orElse(entry.path());
  }

  /** What is to be said of an entry for its place alone. */
  Optional<Reason> reason(Entry entry) {
    boolean isElsewhere = roots.stream().noneMatch(entry.path()::startsWith);
    return Optional.ofNullable(reasons.get(entry))
        .or(() -> isElsewhere ? Optional.of(Reason.ADDED) : Optional.empty());
  }

  /** The folder around an exercise that an entry is in, with a slash at the end. */
  private static Optional<String> around(Entry entry, Course exercise) {
    int at = ("/" + entry.path()).indexOf("/" + exercise.sourceRoot());
    return at < 0 ? Optional.empty() : Optional.of(entry.path().substring(0, at));
  }

  private Optional<String> rootOf(Course exercise) throws IOException {
    Map<String, List<Entry>> own = new TreeMap<>(SHORTEST_FIRST);
    for (Entry entry : entries) {
      around(entry, exercise)
          .filter(root -> isOwn(entry.path().substring(root.length())))
          .ifPresent(root -> own.computeIfAbsent(root, one -> new ArrayList<>()).add(entry));
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Copies copies = new Copies(exercise.module(), tree, own);
    copies.tell(reasons);
    // Also where another one counts: of what was given, only changes are worth a word.
    roots.add(own.keySet().iterator().next());
    for (String root : own.keySet()) {
      if (!root.equals(copies.root())) {
        entries.stream()
            .filter(entry -> entry.path().equals(root + exercise.answers()))
            .forEach(entry -> reasons.put(entry, Reason.ADDED));
      }
    }
    return Optional.of(copies.root());
  }

  private void placeLoose(Entry entry, List<Course> lacking, Map<String, String> contents)
      throws IOException {
    String text = SourceText.of(tree, entry).orElse("");
    Matcher line = PACKAGE.matcher(COMMENT.matcher(text).replaceAll(" "));
    if (!line.find()) {
      return;
    }
    String folder = line.group(1).replace('.', '/') + "/";
    String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
    Optional<Course> exercise =
        lacking.stream()
            .filter(one -> (one.sourceRoot() + folder).startsWith(one.sourceFolder()))
            .filter(one -> isOwn(one.sourceRoot() + folder + name))
            .filter(one -> isOwn(one.module() + "/src/test/java/" + folder + name))
            .findFirst();
    if (exercise.isEmpty()) {
      return;
    }
    String target = exercise.get().sourceRoot() + folder + name;
    String other = contents.putIfAbsent(target, text);
    if (other != null && !other.equals(text)) {
      throw Refused.because("file.twice", name);
    }
    reasons.put(entry, other == null ? Reason.PLACED : Reason.COPY);
    targets.put(entry, target);
    hasSources = true;
  }

  private boolean isOwn(String path) {
    return path.endsWith(".java") && course.find(path).isEmpty();
  }
}
