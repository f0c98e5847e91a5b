package tp6.grader.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tp6.grader.run.Result;

/** Points as a share of the best mark. */
public final class Mark {
  private static final BigDecimal BEST = BigDecimal.valueOf(20);

  /** As many as Moodle keeps. */
  private static final int MAX_DECIMALS = 5;

  private Mark() {}

  /** Out of 20: with four exercises of 20 points an exact number of quarters. */
  public static String outOf20(Result result) {
    return plain(outOf(result, BEST, 2));
  }

  static String outOf(Result result, BigDecimal best) {
    return plain(outOf(result, best, MAX_DECIMALS));
  }

  /** Out of 20, without what comes after the point. */
  public static int whole(Result result) {
    return outOf(result, BEST, MAX_DECIMALS).intValue();
  }

  private static BigDecimal outOf(Result result, BigDecimal best, int decimals) {
    if (result.points() == 0) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(result.earned())
        .multiply(best)
        .divide(BigDecimal.valueOf(result.points()), decimals, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal mark) {
    return mark.stripTrailingZeros().toPlainString();
  }
}
