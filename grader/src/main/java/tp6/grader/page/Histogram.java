package tp6.grader.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tp6.grader.marking.Mark;

/**
 * How many have which mark, in pixels.
 *
 * @param bars one for each twentieth of the best mark
 */
public record Histogram(List<Bar> bars) {
  private static final int BARS = 20;
  private static final int HEIGHT = 100;

  /** Less than this is lost where numbers have no end. */
  private static final double SMALL = 1e-9;

  /** So many have that mark. */
  public record Bar(int at, String mark, int count, int height) {}

  /** Of marks without what comes after the point. */
  static Histogram of(List<Double> marks, BigDecimal best) {
    BigDecimal step = best.divide(BigDecimal.valueOf(BARS), MathContext.DECIMAL32);
    int[] counts = new int[BARS + 1];
    marks.forEach(mark -> counts[(int) Math.min(BARS, mark / step.doubleValue() + SMALL)]++);
    int most = Math.max(1, IntStream.of(counts).max().orElse(0));
    return new Histogram(
        IntStream.rangeClosed(0, BARS)
            .mapToObj(
                i ->
                    new Bar(
                        i,
                        Mark.plain(step.multiply(BigDecimal.valueOf(i))),
                        counts[i],
                        (counts[i] * HEIGHT + most - 1) / most))
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
