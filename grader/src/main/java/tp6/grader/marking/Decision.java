package tp6.grader.marking;

import java.math.BigDecimal;
import tp6.stage.text.Words;

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
  String told(BigDecimal measured, Words words) {
    String what = words.find("decided." + about).orElse(about);
    String reason = comment.isEmpty() ? "" : " (" + comment + ")";
    return words.say("decided", what, Mark.plain(measured), Mark.plain(value)) + reason;
  }
}
