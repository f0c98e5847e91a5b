package tp6.grader.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.submission.Tree.Entry;

/** Sources that stand elsewhere than in their exercise, by the place that their package is at. */
final class LooseSources {
  private static final int MOST = 500;

  /** As a browser names the second file of a name. */
  private static final Pattern AGAIN = Pattern.compile("([^/]*[^/ ]) ?\\(\\d{1,3}\\)\\.java$");

  private final Tree tree;
  private final List<Entry> entries;
  private final CourseFiles course;
  private Optional<List<Loose>> all = Optional.empty();

  /**
   * A source.
   *
   * @param target its place, as the course sees it
   */
  record Loose(Entry entry, Course exercise, String target, String text) {}

  LooseSources(Tree tree, List<Entry> entries, CourseFiles course) {
    this.tree = tree;
    this.entries = entries;
    this.course = course;
  }

  /** Those of an exercise by their places; they are read when they are asked for first. */
  Map<String, List<Loose>> of(Course exercise) throws IOException {
    Map<String, List<Loose>> byTarget = new TreeMap<>();
    for (Loose one : all()) {
      if (one.exercise().equals(exercise)) {
        byTarget.computeIfAbsent(one.target(), none -> new ArrayList<>()).add(one);
      }
    }
    return byTarget;
  }

  /** The path of the class that a browser, or somebody, has numbered; others as they are. */
  static String unnumbered(String path) {
    Matcher again = AGAIN.matcher(path);
    return again.find() ? path.substring(0, again.start()) + again.group(1) + ".java" : path;
  }

  private List<Loose> all() throws IOException {
    if (all.isEmpty()) {
      List<Loose> found = new ArrayList<>();
      List<Entry> sources =
          entries.stream()
              .filter(entry -> entry.path().endsWith(".java"))
              .filter(entry -> !JavaPath.isAmongTests(entry.path()))
              .filter(entry -> Course.all().stream().noneMatch(one -> isInPlace(entry, one)))
              .limit(MOST)
              .toList();
      for (Entry source : sources) {
        read(source).ifPresent(found::add);
      }
      all = Optional.of(found);
    }
    return all.get();
  }

  private static boolean isInPlace(Entry entry, Course exercise) {
    return ("/" + entry.path()).contains("/" + exercise.sourceFolder());
  }

  /** What was given has a place of its own. */
  private Optional<Loose> read(Entry entry) throws IOException {
    String text = SourceText.of(tree, entry).orElse("");
    String folder = PackageLine.folderIn(text).orElse("");
    String path = unnumbered(entry.path());
    String name = path.substring(path.lastIndexOf('/') + 1);
    return PackageLine.exerciseOf(folder)
        .filter(one -> course.find(one.sourceRoot() + folder + name).isEmpty())
        .filter(one -> course.find(one.module() + "/src/test/java/" + folder + name).isEmpty())
        .map(one -> new Loose(entry, one, one.sourceRoot() + folder + name, text));
  }
}
