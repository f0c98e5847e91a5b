package tp6.grader.submission;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/**
 * The folders that somebody's work is in, each with a slash at the end, with the exercises there;
 * an archive, of which nobody knows what is in it, is one without any.
 */
record Homes(Map<String, Set<Course>> exercises) {
  private static final int MOST_LOOSE = 5_000;
  private static final int MOST_FOLDERS_AROUND = 8;

  /** Finds those of files, by path. */
  static Homes of(Tree tree, Map<String, Entry> files) throws IOException {
    Homes homes = new Homes(new TreeMap<>());
    int loose = 0;
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      String path = file.getKey();
      if (file.getValue().kind() != Kind.FILE || Noise.isIn(path)) {
        continue;
      }
      Optional<Course> inPlace =
          Course.all().stream()
              .filter(one -> ("/" + path).contains("/" + one.sourceRoot()))
              .filter(one -> !path.endsWith("/package-info.java"))
              .findFirst();
      if (inPlace.isPresent()) {
        int at = ("/" + path).indexOf("/" + inPlace.get().sourceRoot());
        homes.add(path.substring(0, at), inPlace.stream());
      } else if (Archives.isName(path)) {
        homes.add(path + "/", Stream.of());
      } else if (isLoose(path) && loose++ < MOST_LOOSE) {
        homes.addLoose(path, textOf(tree, file.getValue()));
      }
    }
    return homes;
  }

  private static boolean isLoose(String path) {
    return path.endsWith(".java") && !JavaPath.isAmongTests(path);
  }

  private static String textOf(Tree tree, Entry entry) throws IOException {
    try {
      return SourceText.of(tree, entry).orElse("");
    } catch (Refused damaged) {
      return "";
    }
  }

  /** Also where the line is missing, but the name is that of a class which students write. */
  private void addLoose(String path, String text) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    Optional<String> packages = PackageLine.folderIn(text);
    Optional<Course> exercise =
        packages
            .flatMap(PackageLine::exerciseOf)
            .or(() -> Course.all().stream().filter(one -> isStudentFile(path, one)).findFirst());
    String tail = packages.orElse("");
    String around = ("/" + folder).endsWith("/" + tail) ? without(folder, tail) : folder;
    exercise.ifPresent(
        one -> add(around.replaceFirst("(?:^|(?<=/))src/(?:main/java/)?$", ""), Stream.of(one)));
  }

  private static String without(String folder, String tail) {
    return folder.substring(0, folder.length() - tail.length());
  }

  private static boolean isStudentFile(String path, Course exercise) {
    String file = exercise.studentFile();
    return ("/" + path).endsWith(file.substring(file.lastIndexOf('/')));
  }

  private void add(String home, Stream<Course> all) {
    Set<Course> there = exercises.computeIfAbsent(home, none -> new TreeSet<>());
    all.forEach(there::add);
  }

  /** The folder around all of them, and those around that, the outermost, which is "", first. */
  List<String> around() {
    return Stream.iterate(
            Optional.of(""), Optional::isPresent, root -> root.flatMap(this::onlyFolderIn))
        .limit(MOST_FOLDERS_AROUND)
        .map(Optional::get)
        .toList();
  }

  private Optional<String> onlyFolderIn(String root) {
    Collection<String> tops = tops(root).keySet();
    return tops.size() == 1 && !exercises.containsKey(root)
        ? Optional.of(root + tops.iterator().next() + "/")
        : Optional.empty();
  }

  /** The folders right in another one that have work in them, with the exercises. */
  Map<String, Set<Course>> tops(String root) {
    return exercises.entrySet().stream()
        .filter(home -> home.getKey().startsWith(root) && home.getKey().length() > root.length())
        .collect(
            Collectors.toMap(
                home -> home.getKey().substring(root.length()).replaceFirst("/.*", ""),
                Map.Entry::getValue,
                (some, others) ->
                    Stream.of(some, others)
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new)),
                TreeMap::new));
  }

  /**
   * Two folders that look like those of two students: what each has is not in the other, and
   * neither is called after an exercise.
   */
  Optional<List<String>> ofSeveralStudents() {
    List<String> around = around();
    String root = around.get(around.size() - 1);
    Map<String, Set<Course>> tops = tops(root);
    tops.values().removeIf(Set::isEmpty);
    if (tops.size() < 2) {
      return Optional.empty();
    }
    Set<Course> all = tops.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    boolean isOfOne =
        exercises.containsKey(root)
            || tops.values().stream().anyMatch(there -> there.containsAll(all))
            || tops.keySet().stream().anyMatch(ExerciseName::is);
    return isOfOne ? Optional.empty() : Optional.of(List.copyOf(tops.keySet()).subList(0, 2));
  }
}
