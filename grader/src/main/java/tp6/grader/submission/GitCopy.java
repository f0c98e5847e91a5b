package tp6.grader.submission;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import tp6.grader.process.Folders;

/**
 * A copy of a git repository's objects and references, and of nothing else: no settings, hooks or
 * links to other repositories come with it, so that reading it can neither start nor reach
 * anything.
 */
final class GitCopy implements Closeable {
  private static final long MAX_SIZE = 100_000_000;
  private static final long LARGE = 10_000_000;

  static {
    SystemReader.setInstance(new NoSettings());
    FS.FileStoreAttributes.setBackground(true);
    WindowCacheConfig caches = new WindowCacheConfig();
    caches.setStreamFileThreshold(1 << 20);
    caches.install();
  }

  private final Path folder;
  private final Repository repository;

  private GitCopy(Path folder) throws IOException {
    this.folder = folder;
    this.repository = new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
  }

  static GitCopy of(Path original) throws IOException {
    Path folder = Files.createTempDirectory("git");
    try {
      copy(original, folder);
      requireHead(original, folder);
      return new GitCopy(folder);
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  Repository repository() {
    return repository;
  }

  private static void copy(Path original, Path folder) throws IOException {
    long[] size = {0};
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = original.relativize(file).toString().replace('\\', '/');
            if (!GitFiles.isWanted(file, name, attributes)) {
              return FileVisitResult.CONTINUE;
            }
            size[0] += attributes.size();
            if (size[0] > MAX_SIZE) {
              throw Refused.because("git.large", MAX_SIZE / 1_000_000);
            }
            Path copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            if (name.endsWith(".pack") && attributes.size() > LARGE) {
              Files.createSymbolicLink(copy, file.toRealPath());
            } else {
              Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void requireHead(Path original, Path folder) throws IOException {
    if (Files.notExists(folder.resolve("HEAD"))) {
      throw GitFiles.whyUnreadable(original).orElse(Refused.because("git.head"));
    }
    Files.createDirectories(folder.resolve("objects"));
    Files.createDirectories(folder.resolve("refs"));
  }

  @Override
  public void close() throws IOException {
    repository.close();
    Folders.delete(folder);
  }
}
