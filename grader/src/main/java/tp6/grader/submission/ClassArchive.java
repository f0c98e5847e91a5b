package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/**
 * An archive of a whole class: as Moodle makes it, or of a folder of forks. A folder of Moodle's
 * download without folders is taken for one, too.
 */
final class ClassArchive {
  private static final int FEW = 2;
  private static final int MANY = 3;

  private ClassArchive() {}

  /**
   * Unpacks it, if it is one. The answer is whether it was: what cannot be opened is a hand-in, of
   * which that will be told.
   *
   * @param folder that exists; of a file that is too large there will be an empty one
   */
  static boolean unpack(Path archive, Path folder) throws IOException {
    Optional<Tree> opened = open(archive);
    return opened.isPresent() && unpack(opened.get(), folder);
  }

  private static Optional<Tree> open(Path archive) throws IOException {
    if (Files.isDirectory(archive)) {
      return Optional.of(FolderTree.ofFiles(archive, Download::isFile));
    }
    try {
      return Optional.of(Archives.open(archive, Room.OF_A_CLASS));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static boolean unpack(Tree opened, Path folder) throws IOException {
    try (Tree tree = opened) {
      Map<String, Entry> files = new LinkedHashMap<>();
      Set<String> folders = new LinkedHashSet<>();
      tree.folders().forEach(path -> folders.add(FittingPath.of(path)));
      for (Entry entry : tree.entries()) {
        String path = FittingPath.of(Download.inFolder(entry.path()));
        if (entry.kind() == Kind.FILE) {
          files.put(path, entry);
        } else {
          folders.add(path);
        }
      }
      Optional<String> root = rootOfClass(files.keySet(), folders);
      if (root.isPresent()) {
        for (String path : folders) {
          makeTop(below(root.get(), path), folder);
        }
        write(tree, files, root.get(), folder);
      }
      return root.isPresent();
    }
  }

  private static void write(Tree tree, Map<String, Entry> files, String root, Path folder)
      throws IOException {
    long unpacked = 0;
    for (Map.Entry<String, Entry> one : files.entrySet()) {
      String path = below(root, one.getKey());
      if (path.contains("/")) {
        makeTop(path, folder);
      }
      if (isHidden(path) || isNoise(path)) {
        continue;
      }
      byte[] content = tree.read(one.getValue(), Room.OF_A_CLASS.file()).orElse(new byte[0]);
      unpacked += content.length;
      if (unpacked > Room.OF_A_CLASS.archive()) {
        throw Refused.because("unpacks", Room.OF_A_CLASS.archive() / 1_000_000);
      }
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.fromMillis(one.getValue().time()));
    }
  }

  /** A student who has handed in nothing that counts is one of the class, too. */
  private static void makeTop(String path, Path folder) throws IOException {
    if (!isHidden(path)) {
      Files.createDirectories(folder.resolve(top(path)));
    }
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".") || top(path).equals("__MACOSX");
  }

  /** The folder of a student may have any name. */
  private static boolean isNoise(String path) {
    return path.contains("/") && Noise.isIn(path.substring(path.indexOf('/') + 1));
  }

  private static String top(String path) {
    return path.replaceFirst("/.*", "");
  }

  /** What lies beside the folder of the class is one of the class. */
  private static String below(String root, String path) {
    return (path + "/").startsWith(root)
        ? path.substring(Math.min(root.length(), path.length()))
        : path;
  }

  /** The folder around the students', if it is a class: somebody may have packed that folder. */
  private static Optional<String> rootOfClass(Set<String> files, Set<String> folders) {
    List<String> work = files.stream().filter(path -> !Noise.isIn(path)).toList();
    List<String> all = Stream.concat(files.stream(), folders.stream()).toList();
    return Stream.of("", commonFolder(work))
        .filter(
            root ->
                isDownload(tops(all.stream(), root).toList())
                    || tops(work.stream().filter(path -> isSubmission(below(root, path))), root)
                            .count()
                        >= MANY
                    || tops(work.stream(), root).filter(top -> isWhole(root + top, work)).count()
                        >= FEW)
        .findFirst();
  }

  /** One student may be alone in it, or two beside what the lecturer keeps there. */
  private static boolean isDownload(List<String> tops) {
    long students = tops.stream().filter(top -> Download.of(top).isPresent()).count();
    long others = tops.stream().filter(top -> !Noise.isIn(top)).count() - students;
    return students >= FEW || students > 0 && others == 0;
  }

  private static boolean isWhole(String folder, List<String> work) {
    return Course.all().stream()
        .map(exercise -> folder + "/" + exercise.sourceRoot())
        .allMatch(start -> work.stream().anyMatch(path -> path.startsWith(start)));
  }

  private static Stream<String> tops(Stream<String> paths, String root) {
    return paths
        .map(path -> below(root, path))
        .filter(path -> !isHidden(path))
        .map(ClassArchive::top)
        .distinct();
  }

  private static String commonFolder(List<String> paths) {
    List<String> tops =
        paths.stream().map(path -> path.replaceFirst("/.*", "/")).distinct().toList();
    return tops.size() == 1 && tops.get(0).endsWith("/") && Download.of(top(tops.get(0))).isEmpty()
        ? tops.get(0)
        : "";
  }

  /** An archive, or a file of an exercise in a folder of one's own. */
  private static boolean isSubmission(String path) {
    return !path.contains("/") && Archives.isName(path)
        || Course.all().stream()
            .anyMatch(one -> path.replaceFirst("[^/]*/", "").startsWith(one.sourceRoot()));
  }
}
