package tp6.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tp6.stage.setting.Chance;

/** Lines as people write them, drawn, and what is simpler than a line. */
public final class Texts {
  private static final String SIGNS = "%&\\\"'<>(){}[]$#@!?*+-=/|~^`_,;:.";
  private static final List<String> LETTERS =
      List.of(
          "é",
          "ÀÉÎÕÜ",
          "œŒ",
          "ß",
          "€",
          "e\u0301",
          "n\u0303",
          "İı",
          "ğş",
          "яЖ",
          "λΣς",
          "שלום",
          "مرحبا",
          "日本",
          "한국",
          "ไทย",
          "🚲",
          "👩‍👩‍👧",
          "\u00A0",
          "ﬁ",
          "Å",
          "ǆ",
          "𝒳",
          "“”’«»–…");
  private static final String SIMPLEST = "a";
  private static final int LINES = 4;
  private static final int PARTS = 6;
  private static final int LONG = 1 << 20;
  private static final int LONG_LETTERS = 4_200;

  /** Of a longer line so much is drawn. */
  private static final int DRAWN = 1 << 10;

  private Texts() {}

  /** Of ASCII: each of the kinds that programs are known to change is in one at least. */
  static List<String> ascii(Chance chance) {
    List<String> lines = new ArrayList<>();
    lines.add(mixed(chance, List.of("%s", "%d", "100 %", "%%", "%n")));
    lines.add(mixed(chance, List.of("\\n", "\\t", "\\", "$1", "{0}")));
    lines.add("  " + mixed(chance, List.of("  ", "   ", "\t", "\t\t")) + " \t");
    lines.add(capital(chance.word()) + " " + chance.word().toUpperCase(java.util.Locale.ROOT));
    lines.add("" + (10 + chance.below(90)) + "." + chance.below(10) + " 007 0x1F -0");
    List<String> signs = signs(chance);
    for (int line = 0; line < LINES; line++) {
      int from = line * signs.size() / LINES;
      lines.add(mixed(chance, signs.subList(from, (line + 1) * signs.size() / LINES)));
    }
    for (int size : new int[] {1 << 10, 1 << 16, LONG}) {
      lines.add(words(chance, size));
    }
    return lines;
  }

  /** A short line for each sign that programs may take for a command or a comment: it is alone. */
  static List<String> betweenSigns(Chance chance) {
    return SIGNS
        .chars()
        .mapToObj(Character::toString)
        .map(sign -> sign + chance.word() + sign)
        .toList();
  }

  /** Of letters that ASCII does not have: each that is known here is in one at least. */
  static List<String> unicode(Chance chance) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < LETTERS.size(); from += PARTS) {
      lines.add(mixed(chance, LETTERS.subList(from, Math.min(from + PARTS, LETTERS.size()))));
    }
    return lines;
  }

  /** Wherever a buffer of bytes or characters ends, it does so within a letter, here or there. */
  static String longLetters(Chance chance) {
    String many = "🚲".repeat(LONG_LETTERS);
    return chance.word() + many + "é" + many;
  }

  /** As many bytes. */
  static String longAscii(Chance chance) {
    return chance.word() + "a".repeat(8 * LONG_LETTERS);
  }

  /** All of them, in any order. */
  private static List<String> signs(Chance chance) {
    List<String> signs = new ArrayList<>();
    for (int i = 0; i < SIGNS.length(); i++) {
      signs.add(chance.below(i + 1), SIGNS.charAt(i) + (i % 3 == 0 ? " " : ""));
    }
    return signs;
  }

  private static String words(Chance chance, int size) {
    StringBuilder words = new StringBuilder();
    while (words.length() < DRAWN) {
      words.append(chance.word()).append(' ');
    }
    return words.toString().repeat(size / DRAWN) + chance.word();
  }

  /** Words with each of these somewhere between them. */
  private static String mixed(Chance chance, List<String> parts) {
    StringBuilder line = new StringBuilder(chance.word());
    for (String part : parts) {
      boolean apart = chance.below(2) == 0;
      line.append(apart ? " " : "").append(part).append(chance.below(3) == 0 ? chance.word() : "");
    }
    return line.append(chance.word()).toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The simplest of all, for programs to which no text is right; or the line without a part. */
  static Stream<String> simpler(String line) {
    if (line.equals(SIMPLEST)) {
      return Stream.of();
    }
    int[] signs = line.codePoints().toArray();
    int size = signs.length;
    List<String> simpler = new ArrayList<>(List.of(SIMPLEST));
    for (int part = size / 2; part > 0; part /= 2) {
      for (int from = 0; from + part <= size && simpler.size() < 40; from += part) {
        simpler.add(without(signs, from, part));
      }
    }
    return simpler.stream().filter(one -> !one.isEmpty());
  }

  private static String without(int[] signs, int from, int count) {
    int[] left =
        IntStream.range(0, signs.length)
            .filter(i -> i < from || i >= from + count)
            .map(i -> signs[i])
            .toArray();
    return new String(left, 0, left.length);
  }

  /** Some of these. */
  public static <T> Stream<List<T>> fewer(List<T> all) {
    int size = all.size();
    return size < 2
        ? Stream.of()
        : Stream.of(all.subList(0, size / 2), all.subList(size / 2, size))
            .filter(one -> one.size() > 1 || size == 2);
  }
}
