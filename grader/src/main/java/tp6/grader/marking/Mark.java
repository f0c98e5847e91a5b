package tp6.grader.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A mark.
 *
 * @param best the best one there is
 * @param measured the same without the decisions
 * @param letter that stands for it; empty where letters are not in use
 * @param rules how it is made of points, where that is not as usual, one line each
 * @param decisions what it owes to the lecturer, in their order, one line each
 */
public record Mark(
    BigDecimal value,
    BigDecimal best,
    BigDecimal measured,
    String letter,
    List<String> rules,
    List<String> decisions) {
  /** As many as Moodle keeps. */
  private static final int MAX_DECIMALS = 5;

  public Mark {
    rules = List.copyOf(rules);
    decisions = List.copyOf(decisions);
  }

  /** As short as can be, with a point. */
  public String number() {
    return plain(value);
  }

  /** The same without the decisions. */
  public String measuredNumber() {
    return plain(measured);
  }

  /** As a share of another best mark. */
  public String outOf(BigDecimal otherBest) {
    return plain(value.multiply(otherBest).divide(best, MAX_DECIMALS, RoundingMode.HALF_UP));
  }

  /** As a part of twenty, without what comes after the point. */
  public int twentieth() {
    return value.multiply(BigDecimal.valueOf(20)).divideToIntegralValue(best).intValue();
  }

  /** The same of any number. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
