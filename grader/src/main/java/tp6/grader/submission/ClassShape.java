package tp6.grader.submission;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.submission.Tree.Entry;

/** Whether what is in an archive is a class: a folder, or an archive, for each student. */
final class ClassShape {
  private static final int FEW = 2;
  private static final int MANY = 3;

  private final Set<String> files;
  private final Set<String> folders;
  private final Homes homes;

  /** Looks at files by path, and at folders, which may be empty. */
  ClassShape(Tree tree, Map<String, Entry> files, Set<String> folders) throws IOException {
    this.files = files.keySet();
    this.folders = folders;
    this.homes = Homes.of(tree, files);
  }

  /** The folder around the students', if it is a class: somebody may have packed that folder. */
  Optional<String> root() {
    List<String> work = files.stream().filter(path -> !Noise.isIn(path)).toList();
    return Stream.concat(Stream.of("", commonFolder(work)), homes.around().stream())
        .distinct()
        .filter(root -> isDownload(root) || isOfStudents(root))
        .findFirst();
  }

  /** One student may be alone in it, or two beside what the lecturer keeps there. */
  private boolean isDownload(String root) {
    List<String> tops =
        Stream.concat(files.stream(), folders.stream())
            .map(path -> below(root, path))
            .filter(path -> !isHidden(path))
            .map(ClassShape::top)
            .distinct()
            .toList();
    long students = tops.stream().filter(top -> Download.of(top).isPresent()).count();
    long others = tops.stream().filter(top -> !Noise.isIn(top)).count() - students;
    return students >= FEW || students > 0 && others == 0;
  }

  /** Many with work of their own, or two with all of it. */
  private boolean isOfStudents(String root) {
    Map<String, Set<Course>> tops = homes.tops(root);
    tops.keySet().removeIf(top -> isHidden(top) || ExerciseName.is(Archives.withoutEnding(top)));
    long whole = tops.values().stream().filter(there -> there.containsAll(Course.all())).count();
    return tops.size() >= MANY || whole >= FEW;
  }

  private static String commonFolder(List<String> paths) {
    List<String> tops =
        paths.stream().map(path -> path.replaceFirst("/.*", "/")).distinct().toList();
    return tops.size() == 1 && tops.get(0).endsWith("/") && Download.of(top(tops.get(0))).isEmpty()
        ? tops.get(0)
        : "";
  }

  /** What lies beside the folder of the class is one of the class. */
  static String below(String root, String path) {
    return (path + "/").startsWith(root)
        ? path.substring(Math.min(root.length(), path.length()))
        : path;
  }

  static boolean isHidden(String path) {
    return path.startsWith(".") || top(path).equals("__MACOSX");
  }

  static String top(String path) {
    return path.replaceFirst("/.*", "");
  }
}
