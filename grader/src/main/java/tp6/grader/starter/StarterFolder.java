package tp6.grader.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A starter on the disk. */
public final class StarterFolder {
  private static final String WRAPPER = "mvnw";

  private StarterFolder() {}

  /** Whether there is nothing yet that could be lost. */
  public static boolean isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /** Writes the files, over others of the same names, and deletes nothing. */
  public static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path wrapper = folder.resolve(WRAPPER);
    boolean hasModes = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    if (hasModes && files.containsKey(WRAPPER)) {
      Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Makes the folder a git repository with one commit on {@code main}. */
  public static void commit(Map<String, byte[]> files, Path folder) throws IOException {
    try (Git git = Git.init().setInitialBranch("main").setDirectory(folder.toFile()).call()) {
      var add = git.add();
      files.keySet().forEach(add::addFilepattern);
      add.call();
      PersonIdent nobody = new PersonIdent("TP 6", "tp6@example.org");
      git.commit().setSign(false).setAuthor(nobody).setCommitter(nobody).setMessage("TP 6").call();
    } catch (GitAPIException e) {
      throw new IOException("git: " + e.getMessage(), e);
    }
  }
}
