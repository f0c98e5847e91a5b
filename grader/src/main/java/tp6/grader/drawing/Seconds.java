package tp6.grader.drawing;

import java.util.Locale;

/** Times as drawings tell them. */
final class Seconds {
  private Seconds() {}

  /** When, as in the steps of a story. */
  static String at(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** How long. */
  static String lasting(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
