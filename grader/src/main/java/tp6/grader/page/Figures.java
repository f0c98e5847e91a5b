package tp6.grader.page;

import java.util.List;
import java.util.Locale;

/**
 * What a class has reached, in a few numbers of one or two decimals.
 *
 * @param best the most that can be reached
 * @param half how many have half of it or more, in percent
 */
public record Figures(
    int count, String best, String mean, String lower, String median, String upper, String half) {

  /** Of at least one value. */
  static Figures of(List<Double> values, double best) {
    List<Double> sorted = values.stream().sorted().toList();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    long half = values.stream().filter(value -> value >= best / 2).count();
    return new Figures(
        values.size(),
        told(best),
        told(mean),
        told(quantile(sorted, 0.25)),
        told(quantile(sorted, 0.5)),
        told(quantile(sorted, 0.75)),
        Long.toString(Math.round(100.0 * half / values.size())));
  }

  /** Between two values, as far from each as the share demands: as spreadsheets do it. */
  private static double quantile(List<Double> sorted, double share) {
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    double next = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return sorted.get(below) + (at - below) * (next - sorted.get(below));
  }

  private static String told(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
  }
}
