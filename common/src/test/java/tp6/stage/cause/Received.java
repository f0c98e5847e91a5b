package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;

/** Finds a text in what has arrived, whatever else a program may have put around it. */
public final class Received {
  /** How strict the search is. */
  private enum Match {
    /** Zero bytes are passed over: ASCII is found with two bytes for each character, too. */
    TEXT,
    /** The same, and capitals of ASCII are as good as small letters. */
    WORD,
    /** Capitals of all scripts are as good as small letters; the bytes are UTF-8. */
    LETTERS
  }

  private final String text;
  private final byte[] wanted;
  private final Match match;
  private int start;
  private int end;

  private Received(String text, Match match) {
    this.text = text;
    this.wanted = text.getBytes(UTF_8);
    this.match = match;
  }

  /** A word of ASCII, be it in capitals. */
  public static Received word(String word) {
    return new Received(word, Match.WORD);
  }

  /** A text of ASCII of which every sign matters. */
  public static Received text(String text) {
    return new Received(text, Match.TEXT);
  }

  /** A text in UTF-8, be it in capitals. */
  public static Received letters(String text) {
    return new Received(text, Match.LETTERS);
  }

  public String text() {
    return text;
  }

  /** In bytes. */
  public int size() {
    return wanted.length;
  }

  /** Where it was found. */
  public int start() {
    return start;
  }

  /** The end of where it was found. */
  public int end() {
    return end;
  }

  public boolean isIn(byte[] bytes) {
    int last = bytes.length - wanted.length;
    for (start = 0; start <= last; start++) {
      end = endAt(start, bytes);
      if (end >= 0) {
        return true;
      }
    }
    start = 0;
    end = bytes.length;
    return match == Match.LETTERS && folded(new String(bytes, UTF_8)).contains(folded(text));
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private int endAt(int from, byte[] bytes) {
    if (match == Match.LETTERS) {
      boolean same = Arrays.equals(wanted, 0, wanted.length, bytes, from, from + wanted.length);
      return same ? from + wanted.length : -1;
    }
    int at = from;
    for (byte one : wanted) {
      while (at < bytes.length && bytes[at] == 0) {
        at++;
      }
      if (at == bytes.length || !isSame(one, bytes[at])) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private boolean isSame(byte one, byte other) {
    return one == other || match == Match.WORD && small(one) == small(other);
  }

  private static int small(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }

  /** A text with a character for each byte, without zero bytes and the marks of UTF-16. */
  public static String plain(String answer) {
    return answer.replaceAll("\u00FE\u00FF|\u00FF\u00FE|\u0000", "");
  }

  public static String plain(byte[] bytes) {
    return plain(new String(bytes, ISO_8859_1));
  }
}
