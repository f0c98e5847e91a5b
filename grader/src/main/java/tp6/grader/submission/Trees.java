package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what was handed in. */
final class Trees {
  private Trees() {}

  /** Opens a git repository, an archive, or a folder. */
  static Tree open(Path path) throws IOException {
    Optional<Path> repository = GitTree.repositoryIn(path);
    return repository.isPresent() ? new GitTree(repository.get()) : openFiles(path);
  }

  /** The same, but of a git repository its working tree. */
  static Tree openFiles(Path path) throws IOException {
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Archives.open(path);
    }
    if (!Files.isDirectory(path)) {
      throw Refused.because("neither");
    }
    return new FolderTree(path);
  }
}
