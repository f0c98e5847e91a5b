package tp6.grader.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** What a student's program might send, print or hand in, drawn from a seed. */
public final class Garbage {
  /** What readers have been known to stumble over. */
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\t",
          "\n",
          "\r\n",
          "\r",
          "\0",
          "\u001B[2J",
          "\u001B]0;title\u0007",
          "\u0085",
          "\u2028",
          "\u202E",
          "\u200B",
          "\uFEFF",
          "\uFFFE",
          "\uD800",
          "\uDC00",
          "𝄞",
          "é",
          "e\u0301",
          "\uFF1D1+1",
          "=1+1",
          "@SUM(A1)",
          "-2+3",
          "'",
          "\"",
          "\"\"",
          ",",
          ";",
          "%s%n%",
          "${x}",
          "$1",
          "\\",
          "\\u000a",
          "```",
          "</script>",
          "]]>",
          "&lt;",
          "<!--",
          "::error::x",
          "##[error]",
          "null",
          "NaN",
          "-1",
          "2147483648",
          "99999999999999999999",
          "../",
          "/",
          "//",
          "C:\\",
          "CON",
          "\tat java.base/x(",
          "[[[[[[[[",
          "{\"a\":");

  private static final List<String> SPACES = List.of(" ", "\t", "\n", "\r\n", " \n", "\n\t");

  private final SplittableRandom random;

  Garbage(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From 0 to {@code most}, mostly small. */
  public int size(int most) {
    return random.nextInt(1 + random.nextInt(most + 1));
  }

  /** Any whole number, those at the edges often. */
  public int number() {
    return chance(50)
        ? oneOf(List.of(0, 1, -1, 127, 255, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE))
        : random.nextInt();
  }

  public <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  public <T> T oneOf(T[] some) {
    return oneOf(Arrays.asList(some));
  }

  public <T> List<T> some(int most, Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int left = size(most); left > 0; left--) {
      some.add(one.get());
    }
    return some;
  }

  public byte[] bytes(int most) {
    byte[] bytes = new byte[size(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A text of some hundred characters, now and then one of {@code most}. */
  public String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int left = size(12); left > 0; left--) {
      text.append(piece());
    }
    if (chance(6)) {
      String piece = chance(40) ? oneOf(SPACES) : oneOf(NASTY) + (chance(50) ? oneOf(NASTY) : "x");
      text.append(piece.repeat(most / Math.max(1, piece.length()))).append("x");
    }
    return text.substring(0, Math.min(text.length(), most));
  }

  private String piece() {
    return switch (random.nextInt(4)) {
      case 0 -> new String(bytes(20), UTF_8);
      case 1 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
      case 2 -> Character.toString(' ' + random.nextInt('~' - ' ')).repeat(size(40));
      default -> oneOf(NASTY);
    };
  }

  /** The same bytes, but for a few that are others, twice there, or missing. */
  public byte[] mutated(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int left = 1 + size(6); left > 0 && bytes.length > 0; left--) {
      int from = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + 1 + size(64));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> join(bytes, from, new byte[0], to);
            case 2 -> join(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 3 -> join(bytes, from, bytes(8), from);
            default -> join(bytes, from, new byte[] {(byte) number()}, from + 1);
          };
    }
    return bytes;
  }

  public String mutated(String whole) {
    return new String(mutated(whole.getBytes(UTF_8)), UTF_8);
  }

  private static byte[] join(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] joined = new byte[head + middle.length + bytes.length - tail];
    System.arraycopy(bytes, 0, joined, 0, head);
    System.arraycopy(middle, 0, joined, head, middle.length);
    System.arraycopy(bytes, tail, joined, head + middle.length, bytes.length - tail);
    return joined;
  }
}
