package tp6.grader.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the JDK lacks for folders. */
public final class Folders {
  private static final int ROUNDS = 9;

  private final Path top;
  private final Deque<Path> left = new ArrayDeque<>();
  private int moved;

  private Folders(Path top) {
    this.top = top;
  }

  /**
   * Deletes a folder and all in it, whatever its permissions, and follows no link; where it is gone
   * already, nothing.
   */
  public static void delete(Path folder) throws IOException {
    for (int more = ROUNDS; more >= 0; more--) {
      try {
        new Folders(folder).delete();
        return;
      } catch (DirectoryNotEmptyException e) {
        // Whoever is being ended has still written something.
        if (more == 0) {
          throw e;
        }
      }
    }
  }

  private void delete() throws IOException {
    for (Path next = top; next != null; next = left.poll()) {
      empty(next);
      if (!next.equals(top)) {
        Files.deleteIfExists(next);
      }
    }
    Files.deleteIfExists(top);
  }

  private void empty(Path folder) throws IOException {
    makeAccessible(folder);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(child);
        } else {
          left.add(folder.equals(top) ? child : moveUp(child));
        }
      }
    } catch (NoSuchFileException e) {
      // It is gone, as wished.
    }
  }

  /** Some folders lie deeper than a path can be long; where they are moved to they can be named. */
  private Path moveUp(Path folder) throws IOException {
    makeAccessible(folder);
    Path place = top.resolve("~" + moved++);
    while (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      place = top.resolve("~" + moved++);
    }
    return Files.move(folder, place);
  }

  private static void makeAccessible(Path folder) {
    File file = folder.toFile();
    boolean accessible = file.canRead() && file.canWrite() && file.canExecute();
    if (!accessible) {
      file.setReadable(true);
      file.setWritable(true);
      file.setExecutable(true);
    }
  }
}
