package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/** An archive of a whole class: as Moodle makes it, or of a folder of forks. */
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
    try {
      return Optional.of(Archives.open(archive, Room.OF_A_CLASS));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static boolean unpack(Tree opened, Path folder) throws IOException {
    try (Tree tree = opened) {
      List<Entry> entries =
          tree.entries().stream()
              .filter(entry -> entry.kind() == Kind.FILE && isPlain(entry.path()))
              .filter(entry -> !Noise.isIn(entry.path()))
              .toList();
      int root = commonFolder(entries).length();
      if (!isClass(entries.stream().map(entry -> entry.path().substring(root)).toList())) {
        return false;
      }
      long unpacked = 0;
      for (Entry entry : entries) {
        byte[] content = tree.read(entry, Room.OF_A_CLASS.file()).orElse(new byte[0]);
        unpacked += content.length;
        if (unpacked > Room.OF_A_CLASS.archive()) {
          throw Refused.because("unpacks", Room.OF_A_CLASS.archive() / 1_000_000);
        }
        Path file = folder.resolve(entry.path().substring(root));
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(entry.time()));
      }
      return true;
    }
  }

  private static boolean isPlain(String path) {
    return path.matches("[^\\p{Cntrl}\\\\:]{1,250}")
        && Arrays.stream(path.split("/", -1))
            .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  /** Somebody may have packed the folder rather than what is in it. */
  private static String commonFolder(List<Entry> entries) {
    List<String> tops =
        entries.stream().map(entry -> entry.path().replaceFirst("/.*", "/")).distinct().toList();
    return tops.size() == 1 && tops.get(0).endsWith("/") && Download.of(tops.get(0)).isEmpty()
        ? tops.get(0)
        : "";
  }

  private static boolean isClass(List<String> paths) {
    Stream<String> tops = paths.stream().map(path -> path.replaceFirst("/.*", ""));
    return tops.distinct().filter(top -> Download.of(top).isPresent()).count() >= FEW
        || paths.stream()
                .filter(ClassArchive::isSubmission)
                .map(path -> path.replaceFirst("/.*", ""))
                .distinct()
                .count()
            >= MANY;
  }

  /** An archive, or a file of an exercise in a folder of one's own. */
  private static boolean isSubmission(String path) {
    return !path.contains("/") && Archives.isName(path)
        || Course.all().stream()
            .anyMatch(one -> path.replaceFirst("[^/]*/", "").startsWith(one.sourceRoot()));
  }
}
