package tp6.stage.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Foreign text made fit to be read: one line, bounded, with nothing hidden in it. */
public final class Visible {
  private static final int MAX_QUOTED = 100;
  private static final int MAX_LINE = 200;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private Visible() {}

  /**
   * In quotation marks, with bytes that are not UTF-8 as {@code \xE9}, and with two backslashes for
   * each: a single one begins an escape.
   */
  public static String quote(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, 4 * MAX_QUOTED));
    CharBuffer out = CharBuffer.allocate(in.remaining());
    StringBuilder text = new StringBuilder();
    while (true) {
      CoderResult result = UTF_8.newDecoder().decode(in, out, true);
      text.append(escape(out.flip().toString().replace("\\", "\\\\")));
      out.clear();
      if (result.isUnderflow()) {
        return "\"" + cut(text.toString(), MAX_QUOTED) + "\"";
      }
      for (int i = 0; i < result.length(); i++) {
        text.append(String.format(Locale.ROOT, "\\x%02X", in.get()));
      }
    }
  }

  public static String quote(String text) {
    return quote(text.getBytes(UTF_8));
  }

  /** One line of at most 200 characters. */
  public static String line(String text) {
    return cut(escape(text), MAX_LINE);
  }

  /** Whether backslashes and escapes stand side by side in quoted texts, which needs a word. */
  public static boolean hasBackslashesAndEscapes(List<String> quoted) {
    String all = String.join(" ", quoted);
    return all.contains("\\\\") && all.replace("\\\\", "").contains("\\");
  }

  /** Whether that byte of a quoted text can be seen: a long text is cut. */
  public static boolean shows(int place) {
    return place < MAX_QUOTED;
  }

  /** Whether it can be read byte by byte: printable ASCII. */
  public static boolean isPlain(byte[] bytes) {
    return new String(bytes, ISO_8859_1).chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** In hexadecimal, up to four bytes from a place on. */
  public static String hex(byte[] bytes, int from) {
    return HEX.formatHex(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 4)));
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length;
    while (Character.isHighSurrogate(text.charAt(end - 1)) || isHalfABackslash(text, end)) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static boolean isHalfABackslash(String text, int end) {
    int start = end;
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (end - start) % 2 == 1;
  }

  private static String escape(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> visible.append("\\n");
                case '\r' -> visible.append("\\r");
                case '\t' -> visible.append("\\t");
                default -> {
                  if (isHidden(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u{%X}", c));
                  } else {
                    visible.appendCodePoint(c);
                  }
                }
              }
            });
    return visible.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
