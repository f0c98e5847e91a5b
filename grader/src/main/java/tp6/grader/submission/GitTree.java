package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The commit that a git repository has at its HEAD, read object by object: no checkout. */
final class GitTree implements Tree {
  private final Path original;
  private final GitCopy copy;
  private final List<Note> notes = new ArrayList<>();
  private final Map<Entry, ObjectId> files = new HashMap<>();
  private RevCommit commit;

  GitTree(Path repository) throws IOException {
    original = repository;
    copy = GitCopy.of(repository);
    try {
      readHead(copy.repository());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      copy.close();
      throw e instanceof Refused refused ? refused : unreadable();
    }
  }

  private Refused unreadable() throws IOException {
    return GitFiles.whyUnreadable(original).orElse(Refused.because("git.unreadable"));
  }

  /** The git repository that a folder is, or has in it. */
  static Optional<Path> repositoryIn(Path folder) {
    return List.of(folder.resolve(".git"), folder).stream()
        .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
        .filter(path -> Files.isRegularFile(path.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS))
        .filter(path -> Files.isDirectory(path.resolve("objects"), LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  private void readHead(Repository repository) throws IOException {
    ObjectId head = repository.resolve("HEAD^{commit}");
    try (RevWalk commits = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      commit = commits.parseCommit(head == null ? onlyBranch(repository) : head);
      walk.addTree(commit.getTree());
      walk.setRecursive(false);
      int seen = 0;
      while (walk.next()) {
        // Trees count too: a few small ones can hold each other millions of times.
        if (++seen > MAX_ENTRIES) {
          throw Refused.because("many.files", MAX_ENTRIES);
        }
        // Before the path is made: those of trees in trees in trees would fill the memory.
        if (walk.getPathLength() > MAX_PATH) {
          throw Refused.because("long.path", MAX_PATH);
        }
        if (walk.isSubtree()) {
          if (!Noise.isFolder(walk.getNameString())) {
            walk.enterSubtree();
          }
        } else {
          files.put(
              new Entry(walk.getPathString(), kind(walk.getFileMode(0)), 0), walk.getObjectId(0));
        }
      }
    }
  }

  /** A HEAD may name a branch that was never begun, beside the one that all the work is in. */
  private ObjectId onlyBranch(Repository repository) throws IOException {
    Map<String, ObjectId> branches = new TreeMap<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      ObjectId tip = repository.resolve(ref.getName() + "^{commit}");
      if (tip != null) {
        branches.put(Repository.shortenRefName(ref.getName()), tip);
      }
    }
    if (branches.isEmpty()) {
      throw GitFiles.whyUnreadable(original).orElse(Refused.because("git.empty"));
    }
    if (branches.size() > 1) {
      throw Refused.because(
          "git.branches", String.join(", ", branches.keySet().stream().limit(5).toList()));
    }
    branches.keySet().forEach(name -> notes.add(new Note(name, Note.Reason.BRANCH)));
    return branches.values().iterator().next();
  }

  private static Kind kind(FileMode mode) {
    if (mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE)) {
      return Kind.FILE;
    }
    if (mode.equals(FileMode.SYMLINK)) {
      return Kind.LINK;
    }
    return mode.equals(FileMode.GITLINK) ? Kind.SUBMODULE : Kind.SPECIAL;
  }

  @Override
  public List<Entry> entries() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public List<Entry> aside() throws IOException {
    List<Entry> aside = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(copy.repository())) {
      walk.addTree(commit.getTree());
      walk.setRecursive(false);
      for (int seen = 0; seen < MAX_ENTRIES && walk.next(); seen++) {
        if (walk.getPathLength() > MAX_PATH) {
          return aside;
        }
        if (walk.isSubtree()) {
          walk.enterSubtree();
        } else {
          aside.add(new Entry(walk.getPathString(), kind(walk.getFileMode(0)), 0));
        }
      }
      return aside;
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
  }

  @Override
  public List<Note> notes() {
    return notes;
  }

  @Override
  public Optional<Instant> committed() {
    return Optional.of(Instant.ofEpochSecond(commit.getCommitTime()));
  }

  @Override
  public Optional<byte[]> read(Entry file, int limit) throws IOException {
    try {
      ObjectLoader content = copy.repository().open(files.get(file), Constants.OBJ_BLOB);
      return content.getSize() > limit ? Optional.empty() : Optional.of(content.getBytes(limit));
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }
}
