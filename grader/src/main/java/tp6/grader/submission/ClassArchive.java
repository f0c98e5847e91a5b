package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tp6.grader.submission.Tree.Entry;
import tp6.grader.submission.Tree.Kind;

/**
 * An archive of a whole class: as Moodle makes it, or of a folder of forks. A folder of Moodle's
 * download without folders is taken for one, too.
 */
final class ClassArchive {
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
      Optional<String> root = new ClassShape(tree, files, folders).root();
      if (root.isPresent()) {
        for (String path : folders) {
          makeTop(ClassShape.below(root.get(), path), folder);
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
      String path = ClassShape.below(root, one.getKey());
      if (path.contains("/")) {
        makeTop(path, folder);
      }
      if (ClassShape.isHidden(path) || isNoise(path)) {
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
    if (!ClassShape.isHidden(path)) {
      Files.createDirectories(folder.resolve(ClassShape.top(path)));
    }
  }

  /** The folder of a student may have any name. */
  private static boolean isNoise(String path) {
    return path.contains("/") && Noise.isIn(path.substring(path.indexOf('/') + 1));
  }
}
