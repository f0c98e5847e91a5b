package tp6.grader.similar;

import java.util.Collection;

/** How surprising some likenesses are together. */
final class Surprise {
  private Surprise() {}

  /**
   * Fisher's method: of the shares of pairs that are as alike, exercise by exercise, the
   * probability that chance brings such ones together, were exercises independent.
   *
   * @return its negative decimal logarithm: 3 is one pair in a thousand
   */
  static double of(Collection<Double> tails) {
    double x = tails.stream().mapToDouble(tail -> -Math.log(tail)).sum();
    double term = 1;
    double sum = 0;
    for (int i = 0; i < tails.size(); i++) {
      sum += term;
      term *= x / (i + 1);
    }
    return Math.max(0, (x - Math.log(sum)) / Math.log(10));
  }
}
