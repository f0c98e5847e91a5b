package tp6.grader.diff;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a program in which marks stand for names: whose name it is, whatever it is. No source can
 * hold a mark: its characters are not for names, and {@link Normal} escapes them in literals.
 */
final class Marks {
  private static final String OPEN = "\uE000";
  private static final String CLOSE = "\uE001";
  private static final String DECLARES = "!";
  private static final Pattern MARK = Pattern.compile(OPEN + "(" + DECLARES + "?)(\\d+)" + CLOSE);

  /** A mark for any name. */
  static final String ANY = OPEN + CLOSE;

  /** Where a name stands in a text. */
  record Place(int id, boolean declares) {}

  private Marks() {}

  static String of(int id) {
    return OPEN + id + CLOSE;
  }

  static String ofDeclaration(int id) {
    return OPEN + DECLARES + id + CLOSE;
  }

  static boolean isMark(String identifier) {
    return identifier.startsWith(OPEN);
  }

  static String replace(String marked, IntFunction<String> text) {
    return MARK.matcher(marked)
        .replaceAll(mark -> Matcher.quoteReplacement(text.apply(Integer.parseInt(mark.group(2)))));
  }

  /** All of them, from left to right. */
  static List<Place> in(String marked) {
    return MARK.matcher(marked)
        .results()
        .map(mark -> new Place(Integer.parseInt(mark.group(2)), !mark.group(1).isEmpty()))
        .toList();
  }
}
