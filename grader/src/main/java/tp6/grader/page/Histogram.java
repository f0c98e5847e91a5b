package tp6.grader.page;

import java.util.ArrayList;
import java.util.List;

/**
 * How many have which mark, in pixels.
 *
 * @param bars one for each whole mark out of 20
 */
public record Histogram(List<Bar> bars) {
  private static final int BEST = 20;
  private static final int HEIGHT = 120;

  /** So many have that mark. */
  public record Bar(int mark, int count, int height) {}

  static Histogram of(List<Row> rows) {
    int[] counts = new int[BEST + 1];
    rows.stream().filter(row -> row.mark().isPresent()).forEach(row -> counts[row.wholeMark()]++);
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    List<Bar> bars = new ArrayList<>();
    for (int mark = 0; mark <= BEST; mark++) {
      int height = counts[mark] == 0 ? 0 : Math.max(2, counts[mark] * HEIGHT / most);
      bars.add(new Bar(mark, counts[mark], height));
    }
    return new Histogram(bars);
  }

  /** In words: those marks that somebody has. */
  public String told() {
    return String.join(
        ", ",
        bars.stream()
            .filter(bar -> bar.count() > 0)
            .map(bar -> bar.mark() + ": " + bar.count())
            .toList());
  }
}
