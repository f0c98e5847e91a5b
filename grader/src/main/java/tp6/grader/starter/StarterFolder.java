package tp6.grader.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

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
    try (Repository repository = new FileRepositoryBuilder().setWorkTree(folder.toFile()).build()) {
      repository.create();
      repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
      AddCommand adding = new AddCommand(repository);
      files.keySet().forEach(adding::addFilepattern);
      DirCache index = adding.call();
      try (ObjectInserter objects = repository.newObjectInserter()) {
        PersonIdent nobody = new PersonIdent("TP 6", "tp6@example.org");
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(index.writeTree(objects));
        commit.setAuthor(nobody);
        commit.setCommitter(nobody);
        commit.setMessage("TP 6");
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.setNewObjectId(objects.insert(commit));
        objects.flush();
        if (head.update() != RefUpdate.Result.NEW) {
          throw new IOException("git: the commit cannot be written");
        }
      }
    } catch (GitAPIException e) {
      throw new IOException("git: " + e.getMessage(), e);
    }
  }
}
