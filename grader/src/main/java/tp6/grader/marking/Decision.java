package tp6.grader.marking;

import java.math.BigDecimal;

/**
 * What a lecturer has decided for one submission, whatever the stages say.
 *
 * @param about an exercise, {@code mark} or {@code late}
 * @param value points of the exercise, the mark, or days
 */
record Decision(String id, String about, BigDecimal value, String comment) {
  static final String MARK = "mark";
  static final String LATE = "late";

  /** In one line: what stands now in place of what was measured. */
  String told(BigDecimal before) {
    String reason = comment.isEmpty() ? "" : " (" + comment + ")";
    return "%s: %s → %s%s".formatted(about, Mark.plain(before), Mark.plain(value), reason);
  }
}
