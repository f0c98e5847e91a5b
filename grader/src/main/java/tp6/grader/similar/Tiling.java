package tp6.grader.similar;

import de.jplag.GreedyStringTiling;
import de.jplag.JPlagComparison;
import de.jplag.Submission;
import de.jplag.options.JPlagOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * JPlag's comparison: the longest passages that two programs share, none overlapping another. It is
 * the last JPlag that runs on Java 17, for a class is compared without any preparation; what is
 * newer needs 21, and compares by the same algorithm.
 */
final class Tiling {
  /** The shortest passage that JPlag takes where nothing is said. */
  static final int USUAL = Program.JAVA.minimumTokenMatch();

  private final GreedyStringTiling jplag;
  private final List<Submission> submissions;

  /**
   * A shared passage.
   *
   * @param first where it begins in the first program, counted in tokens
   * @param second where it begins in the second
   * @param length in tokens
   */
  record Tile(int first, int second, int length) {}

  /**
   * Gets ready.
   *
   * @param shortest passage that counts, in tokens
   */
  Tiling(List<Program> programs, int shortest) {
    jplag = new GreedyStringTiling(options(shortest));
    submissions = programs.stream().map(Program::forJPlag).toList();
  }

  /** Of these, only the length matters here; clusters would need a library of their own. */
  private static JPlagOptions options(int shortest) {
    return new JPlagOptions(
        Program.JAVA,
        shortest,
        Set.of(),
        Set.of(),
        null,
        null,
        List.of(),
        null,
        JPlagOptions.DEFAULT_SIMILARITY_METRIC,
        JPlagOptions.DEFAULT_SIMILARITY_THRESHOLD,
        JPlagOptions.DEFAULT_SHOWN_COMPARISONS,
        null,
        false);
  }

  /** What two programs share, in the order of the first. */
  List<Tile> of(int first, int second) {
    JPlagComparison found = jplag.compare(submissions.get(first), submissions.get(second));
    boolean inOrder = found.firstSubmission() == submissions.get(first);
    return found.matches().stream()
        .map(
            match ->
                inOrder
                    ? new Tile(match.startOfFirst(), match.startOfSecond(), match.length())
                    : new Tile(match.startOfSecond(), match.startOfFirst(), match.length()))
        .sorted(Comparator.comparingInt(Tile::first))
        .toList();
  }
}
