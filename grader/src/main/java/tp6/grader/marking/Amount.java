package tp6.grader.marking;

import java.math.BigDecimal;
import tp6.grader.submission.Refused;
import tp6.stage.text.Visible;

/** A number that a lecturer has written: not below 0, with a point or a comma. */
final class Amount {
  private Amount() {}

  static BigDecimal of(String text, String where) throws Refused {
    String plain = text.strip().replace(',', '.');
    if (!plain.matches("\\d{1,6}(\\.\\d{1,4})?")) {
      throw Refused.at(where, "marking.number", Visible.line(text));
    }
    return new BigDecimal(plain);
  }
}
