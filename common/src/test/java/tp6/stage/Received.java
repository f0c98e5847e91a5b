package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Finds a text in what has arrived, whatever else a program may have put around it. */
final class Received {
  private Received() {}

  /**
   * Where a text begins and where it ends, in bytes; -1 where it is not there. Zero bytes are
   * passed over, so that a text of ASCII is found with two bytes for each character, too.
   *
   * @param anyCase whether capitals of ASCII are as good as small letters
   */
  static int[] find(byte[] text, byte[] bytes, boolean anyCase) {
    for (int start = 0; start <= bytes.length - text.length; start++) {
      int end = endAt(start, text, bytes, anyCase);
      if (end >= 0) {
        return new int[] {start, end};
      }
    }
    return new int[] {-1, -1};
  }

  private static int endAt(int start, byte[] text, byte[] bytes, boolean anyCase) {
    int at = start;
    for (byte wanted : text) {
      while (at < bytes.length && bytes[at] == 0) {
        at++;
      }
      if (at == bytes.length || !same(wanted, bytes[at], anyCase)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean same(byte wanted, byte found, boolean anyCase) {
    return wanted == found || anyCase && small(wanted) == small(found);
  }

  private static int small(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  /** The same without zero bytes and the marks of UTF-16; a character for each byte. */
  static String plain(String answer) {
    return plain(answer.getBytes(ISO_8859_1));
  }

  /** As text of ISO-8859-1 without zero bytes and the marks of UTF-16. */
  static String plain(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      boolean mark =
          i + 1 < bytes.length
              && ((bytes[i] & 0xFF) == 0xFE && (bytes[i + 1] & 0xFF) == 0xFF
                  || (bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xFE);
      if (mark) {
        i++;
      } else if (bytes[i] != 0) {
        text.append((char) (bytes[i] & 0xFF));
      }
    }
    return text.toString();
  }
}
