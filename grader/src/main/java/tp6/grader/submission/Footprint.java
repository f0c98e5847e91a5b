package tp6.grader.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a look at files tells without reading them: another one where something else may have been
 * handed in. Of a git repository, that is where its branches are.
 *
 * @param marks of names, sizes and times
 * @param newest of the times, in milliseconds
 */
public record Footprint(long marks, long newest) {
  /** As coarse as the times of some file systems. */
  private static final long COARSE_MILLIS = 2_000;

  /** That of what lies there now, be it nothing. */
  public static Footprint of(Path handedIn) throws IOException {
    if (Files.notExists(handedIn)) {
      return new Footprint(0, 0);
    }
    Path real = handedIn.toRealPath();
    Optional<Path> repository = GitTree.repositoryIn(real);
    List<Path> places =
        repository.stream()
            .flatMap(git -> Stream.of("HEAD", "packed-refs", "refs").map(git::resolve))
            .filter(Files::exists)
            .toList();
    Look look = new Look(folder -> repository.isEmpty() && !folder.equals(real));
    for (Path place : repository.isPresent() ? places : List.of(real)) {
      Files.walkFileTree(place, look);
    }
    return new Footprint(look.marks, look.newest);
  }

  /** Whether a change after that time would have left another one. */
  public boolean isSettledAt(long millis) {
    return newest + COARSE_MILLIS < millis;
  }

  private static final class Look extends SimpleFileVisitor<Path> {
    private final Predicate<Path> isPart;
    private long marks;
    private long newest;
    private int files;

    Look(Predicate<Path> isPart) {
      this.isPart = isPart;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isPart.test(folder) && Noise.isFolder(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      long time = attributes.lastModifiedTime().toMillis();
      newest = Math.max(newest, time);
      marks += Objects.hash(file, attributes.lastModifiedTime(), attributes.size());
      // Nothing is taken of more than that.
      return ++files > Tree.MAX_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** It may be gone by now. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
