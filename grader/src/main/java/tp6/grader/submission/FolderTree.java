package tp6.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tp6.grader.course.Course;

/** A folder on the disk, with no link followed. */
final class FolderTree implements Tree {
  private static final String GIT = ".git";

  private final Path folder;
  private final int depth;
  private final Predicate<String> isPart;

  FolderTree(Path folder) {
    this(folder, Integer.MAX_VALUE, path -> true);
  }

  private FolderTree(Path folder, int depth, Predicate<String> isPart) {
    this.folder = folder;
    this.depth = depth;
    this.isPart = isPart;
  }

  /** Only files that lie in the folder itself, and of these only some. */
  static FolderTree ofFiles(Path folder, Predicate<String> isPart) {
    return new FolderTree(folder, 1, isPart);
  }

  /** In a clone they are those of the check-out, and what counts is what its commit has. */
  @Override
  public boolean hasDates() {
    return Files.notExists(folder.resolve(GIT), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a folder is a submission itself rather than a folder of them. */
  static boolean isSubmission(Path folder) {
    return GitTree.repositoryIn(folder).isPresent() || hasExercise(folder);
  }

  static boolean hasExercise(Path folder) {
    return Course.all().stream()
        .anyMatch(exercise -> Files.isDirectory(folder.resolve(exercise.sourceRoot())));
  }

  @Override
  public List<Entry> entries() throws IOException {
    return entries(false);
  }

  @Override
  public List<Entry> aside() throws IOException {
    return entries(true);
  }

  private List<Entry> entries(boolean isAside) throws IOException {
    List<Entry> entries = new ArrayList<>();
    Files.walkFileTree(
        folder,
        Set.of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            String name = path.getFileName().toString();
            boolean isPassedOver = isAside ? name.startsWith(".") : Noise.isFolder(name);
            return isPassedOver && !path.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (entries.size() == MAX_ENTRIES && isAside) {
              return FileVisitResult.TERMINATE;
            }
            if (entries.size() == MAX_ENTRIES) {
              throw Refused.because("many.files", MAX_ENTRIES);
            }
            String name =
                folder
                    .relativize(path)
                    .toString()
                    .replace(path.getFileSystem().getSeparator(), "/");
            if (depth == 1 && !(attributes.isRegularFile() && isPart.test(name))) {
              return FileVisitResult.CONTINUE;
            }
            long time = attributes.lastModifiedTime().toMillis();
            entries.add(new Entry(name, kind(attributes), time));
            return FileVisitResult.CONTINUE;
          }
        });
    return entries;
  }

  private static Kind kind(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return Kind.LINK;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.SPECIAL;
  }

  @Override
  public Optional<byte[]> read(Entry file, int limit) throws IOException {
    Path path = folder.resolve(file.path());
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      byte[] content = in.readNBytes(limit + 1);
      return Optional.of(content).filter(bytes -> bytes.length <= limit);
    }
  }

  @Override
  public List<Note> notes() {
    boolean isElsewhere = Files.isRegularFile(folder.resolve(GIT), LinkOption.NOFOLLOW_LINKS);
    return isElsewhere ? List.of(new Note(GIT, Note.Reason.WORKTREE)) : List.of();
  }

  @Override
  public Tree openArchive(Entry archive) throws IOException {
    return Archives.open(folder.resolve(archive.path()));
  }

  @Override
  public void close() {
    // A folder is not held open.
  }
}
