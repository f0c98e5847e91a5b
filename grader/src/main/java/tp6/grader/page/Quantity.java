package tp6.grader.page;

import java.util.Locale;

/** Numbers as a table shows them. */
final class Quantity {
  private Quantity() {}

  /** With one decimal. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }

  static String mebibytes(long kib) {
    return Long.toString(Math.round(kib / 1024.0));
  }
}
