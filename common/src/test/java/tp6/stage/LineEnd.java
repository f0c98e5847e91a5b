package tp6.stage;

import java.util.Arrays;

/** LF and CRLF are both line ends. */
final class LineEnd {
  private LineEnd() {}

  /** A line without its end, or the same where it has none. */
  static byte[] cut(byte[] line) {
    int end = line.length;
    if (end > 0 && line[end - 1] == '\n') {
      end -= end > 1 && line[end - 2] == '\r' ? 2 : 1;
    }
    return Arrays.copyOf(line, end);
  }

  /** The same of a text. */
  static String cut(String line) {
    return line.replaceFirst("\\r?\\n\\z", "");
  }
}
