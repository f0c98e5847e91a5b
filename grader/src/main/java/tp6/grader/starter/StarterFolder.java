package tp6.grader.starter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

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
      DirCache index = repository.lockDirCache();
      try (ObjectInserter objects = repository.newObjectInserter()) {
        add(files.keySet(), repository, index, objects);
        PersonIdent nobody = new PersonIdent("TP 6", "tp6@example.org");
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(index.writeTree(objects));
        commit.setAuthor(nobody);
        commit.setCommitter(nobody);
        commit.setMessage("TP 6");
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.setNewObjectId(objects.insert(commit));
        objects.flush();
        if (!index.commit() || head.update() != RefUpdate.Result.NEW) {
          throw new IOException("git: the commit cannot be written");
        }
      } finally {
        index.unlock();
      }
    }
  }

  /** With the ends of lines that {@code .gitattributes} asks for. */
  private static void add(
      Set<String> files, Repository repository, DirCache index, ObjectInserter objects)
      throws IOException {
    DirCacheBuilder entries = index.builder();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      FileTreeIterator all = new FileTreeIterator(repository);
      // There is no index yet, but without the walk it would not find any attributes.
      all.setDirCacheIterator(walk, -1);
      walk.addTree(all);
      walk.setRecursive(true);
      walk.setFilter(PathFilterGroup.createFromStrings(files));
      while (walk.next()) {
        WorkingTreeIterator file = walk.getTree(0, WorkingTreeIterator.class);
        DirCacheEntry entry = new DirCacheEntry(walk.getRawPath());
        entry.setFileMode(file.getEntryFileMode());
        entry.setLength(file.getEntryLength());
        entry.setLastModified(file.getEntryLastModifiedInstant());
        try (InputStream content = file.openEntryStream()) {
          long length = file.getEntryContentLength();
          entry.setObjectId(objects.insert(Constants.OBJ_BLOB, length, content));
        }
        entries.add(entry);
      }
    }
    entries.finish();
    index.write();
  }
}
