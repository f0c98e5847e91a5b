package tp6.grader;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A git repository made object by object, also such as git itself would not make. */
final class GitFork implements Closeable {
  /** The one that HEAD names. */
  static final String BRANCH = "refs/heads/main";

  private final Path git;
  private final Repository repository;
  private final ObjectInserter objects;

  GitFork(Path folder) throws IOException {
    git = folder.resolve(".git");
    repository = new FileRepositoryBuilder().setGitDir(git.toFile()).build();
    repository.create();
    objects = repository.newObjectInserter();
    write("HEAD", "ref: " + BRANCH + "\n");
  }

  /** Writes a file of the repository itself. */
  void write(String name, String content) throws IOException {
    Path file = git.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  ObjectId file(byte[] content) throws IOException {
    return objects.insert(Constants.OBJ_BLOB, content);
  }

  ObjectId folder(TreeFormatter content) throws IOException {
    return objects.insert(content);
  }

  /** Something that calls itself a folder. */
  ObjectId folder(byte[] content) throws IOException {
    return objects.insert(Constants.OBJ_TREE, content);
  }

  /** A folder with one thing in it, in another one, and so on. */
  ObjectId folders(String path, FileMode mode, ObjectId content) throws IOException {
    int slash = path.lastIndexOf('/');
    TreeFormatter innermost = new TreeFormatter();
    innermost.append(path.substring(slash + 1), mode, content);
    ObjectId id = folder(innermost);
    return slash < 0 ? id : folders(path.substring(0, slash), FileMode.TREE, id);
  }

  /** A folder in which there is nothing but a solution. */
  ObjectId solution() throws IOException {
    return folders(HandedIn.SERVER, FileMode.REGULAR_FILE, file(HandedIn.SOURCE));
  }

  void commit(ObjectId folder) throws IOException {
    commit(folder, Instant.now());
  }

  void commit(ObjectId folder, Instant time) throws IOException {
    PersonIdent author = new PersonIdent("$(touch author)", "=1+1", time, ZoneOffset.ofHours(9));
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(folder);
    commit.setAuthor(author);
    commit.setCommitter(author);
    commit.setMessage("`touch message`");
    ObjectId id = objects.insert(commit);
    objects.flush();
    write(BRANCH, id.name() + "\n");
  }

  @Override
  public void close() {
    objects.close();
    repository.close();
  }
}
