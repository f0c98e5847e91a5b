package tp6.grader.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many have which mark, in pixels.
 *
 * @param bars one for each whole mark out of 20
 */
public record Histogram(List<Bar> bars) {
  private static final int BEST = 20;
  private static final int HEIGHT = 100;

  /** So many have that mark. */
  public record Bar(int mark, int count, int height) {}

  /** Of marks without what comes after the point. */
  static Histogram of(List<Double> marks) {
    int[] counts = new int[BEST + 1];
    marks.forEach(mark -> counts[mark.intValue()]++);
    int most = Math.max(1, IntStream.of(counts).max().orElse(0));
    return new Histogram(
        IntStream.rangeClosed(0, BEST)
            .mapToObj(i -> new Bar(i, counts[i], (counts[i] * HEIGHT + most - 1) / most))
            .toList());
  }

  /** In words: those marks that somebody has. */
  public String told() {
    return bars.stream()
        .filter(bar -> bar.count() > 0)
        .map(bar -> bar.mark() + ": " + bar.count())
        .collect(Collectors.joining(", "));
  }
}
