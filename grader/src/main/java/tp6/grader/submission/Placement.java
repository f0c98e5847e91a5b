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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.LooseSources.Loose;
import tp6.grader.submission.Note.Reason;
import tp6.grader.submission.Tree.Entry;

/**
 * Where in a hand-in the exercises are: each in the one folder that has classes of the student's in
 * it, or else where the package line of a source says that it belongs.
 */
final class Placement {
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
    Map<Course, String> found = new TreeMap<>();
    for (Course exercise : Course.all()) {
      Optional<String> root = rootOf(exercise);
      root.ifPresent(one -> found.put(exercise, one));
    }
    roots.addAll(found.values());
    hasSources = !roots.isEmpty();
    LooseSources loose = new LooseSources(tree, entries, course);
    for (Course exercise : Course.all()) {
      place(exercise, inPlace(exercise, Optional.ofNullable(found.get(exercise))), loose);
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

  /** The student's sources of an exercise that count. */
  Stream<Entry> sourcesOf(Course exercise) {
    return entries.stream()
        .filter(entry -> reason(entry).filter(one -> !one.isOfTaken()).isEmpty())
        .filter(entry -> pathOf(entry).startsWith(exercise.sourceFolder()))
        .filter(entry -> isOwn(pathOf(entry)));
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

  /** The sources in the folder of an exercise, by the paths that they should have there. */
  private Map<String, List<Entry>> inPlace(Course exercise, Optional<String> root) {
    return entries.stream()
        .filter(entry -> root.filter(entry.path()::startsWith).isPresent())
        .filter(entry -> entry.path().startsWith(root.get() + exercise.sourceFolder()))
        .filter(entry -> isOwn(entry.path().substring(root.get().length())))
        .sorted(Comparator.comparing(entry -> entry.path().length()))
        .collect(
            Collectors.groupingBy(
                entry -> LooseSources.unnumbered(entry.path().substring(root.get().length()))));
  }

  /** What lies about counts where nothing is in place, or only what is still to be written. */
  private void place(Course exercise, Map<String, List<Entry>> inPlace, LooseSources loose)
      throws IOException {
    for (Map.Entry<String, List<Entry>> one : inPlace.entrySet()) {
      boolean isNumbered =
          one.getValue().stream().anyMatch(entry -> !entry.path().endsWith(one.getKey()));
      if (isNumbered) {
        choose(one.getKey(), one.getValue(), List.of());
      }
    }
    List<Entry> main = inPlace.getOrDefault(exercise.studentFile(), List.of());
    long todos = main.isEmpty() ? 0 : SourceText.todos(text(main.get(0)));
    if (!inPlace.isEmpty() && todos == 0) {
      return;
    }
    Map<String, List<Loose>> others = loose.of(exercise);
    boolean isWritten =
        others.getOrDefault(exercise.studentFile(), List.of()).stream()
            .anyMatch(one -> SourceText.todos(one.text()) < todos);
    if (inPlace.isEmpty() || isWritten) {
      for (Map.Entry<String, List<Loose>> one : others.entrySet()) {
        choose(one.getKey(), inPlace.getOrDefault(one.getKey(), List.of()), one.getValue());
      }
    }
  }

  private void choose(String target, List<Entry> inPlace, List<Loose> loose) throws IOException {
    Rivals rivals = new Rivals();
    for (Entry entry : inPlace) {
      rivals.add(entry, text(entry));
    }
    loose.forEach(one -> rivals.add(one.entry(), one.text()));
    String name = target.substring(target.lastIndexOf('/') + 1);
    Entry chosen = rivals.chosen(name, tree.hasDates(), reasons);
    if (!pathOf(chosen).equals(target)) {
      reasons.put(chosen, Reason.PLACED);
      targets.put(chosen, target);
    }
    hasSources = true;
  }

  private String text(Entry entry) throws IOException {
    return SourceText.of(tree, entry).orElse("");
  }

  private boolean isOwn(String path) {
    return path.endsWith(".java") && course.find(path).isEmpty();
  }
}
