package tp6.grader.submission;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that were handed in, whatever they came in. Nothing in it is ever executed. */
interface Tree extends Closeable {
  /** More files than any honest submission has. */
  int MAX_ENTRIES = 20_000;

  /** A longer path than any honest submission has. */
  int MAX_PATH = 1_000;

  /** What a path stands for. */
  enum Kind {
    FILE,
    LINK,
    SUBMODULE,
    SPECIAL
  }

  /** A path, with slashes, as it was handed in. */
  record Entry(String path, Kind kind) {}

  /** All that is in it, in any order. */
  List<Entry> entries() throws IOException;

  /** The content of a file; nothing where that is longer than a limit. */
  Optional<byte[]> read(Entry file, int limit) throws IOException;

  /** Opens what was handed in: a git repository, a zip, a folder, or a folder with a zip in it. */
  static Tree open(Path path) throws IOException {
    Optional<Path> repository = GitTree.repositoryIn(path);
    return repository.isPresent() ? new GitTree(repository.get()) : openFiles(path);
  }

  /** The same, but of a git repository its working tree. */
  static Tree openFiles(Path path) throws IOException {
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return new ZipTree(path);
    }
    if (!Files.isDirectory(path)) {
      throw new Refused("neither a folder nor a zip");
    }
    Optional<Path> zip = onlyZip(path);
    return zip.isPresent() ? new ZipTree(zip.get()) : new FolderTree(path);
  }

  /** The one file in a folder, if it is a zip: so come downloads from a Moodle. */
  private static Optional<Path> onlyZip(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> few = children.limit(2).toList();
      return few.stream()
          .filter(child -> few.size() == 1 && child.toString().endsWith(".zip"))
          .filter(child -> Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS))
          .findFirst();
    }
  }
}
