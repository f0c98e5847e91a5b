package tp6.stage;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads lines that a program has displayed as people do: for the city, the numbers, the rest. */
final class Wording {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-\u2212]?(?:\\p{Nd}{1,300}(?:[.,\u066B]\\p{Nd}{1,300})?"
              + "|(?<![\\p{L}\\p{Nd}])[.,]\\p{Nd}{1,300}|NaN|Infinity|∞)");

  /** A time of the day, and how long something has taken: they are others each time. */
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{1,2}[:h]\\d{2}(?:[:m]\\d{2})?(?:[.,]\\d{1,9})?"
              + "|\\d{1,15}(?:[.,]\\d{1,9})? ?(?:ns|µs|ms|s|secondes?|seconds?|millis\\w{0,9})\\b");

  /** What the JDK's parsers print by themselves where nobody handles their errors. */
  private static final Pattern PARSER =
      Pattern.compile("\\[(?:Fatal Error|Error|Warning)\\] .*|(?:FATAL )?ERROR: {2}'.*");

  private static final Pattern CALL = Pattern.compile("[ \\t]++at \\S+\\(.*");

  private static final Pattern THROWN =
      Pattern.compile("Exception in thread .*|(?:Caused by: )?[\\w.$]+(?:Exception|Error)\\b.*");

  private Wording() {}

  /** The lines in which there is something, without those that the JDK's parser has added. */
  static List<String> lines(String text) {
    return text.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isBlank() && !isOfTheParser(line))
        .toList();
  }

  static boolean isOfTheParser(String line) {
    return PARSER.matcher(line).matches();
  }

  /** Whether it is one of the calls of a stack trace. */
  static boolean isACall(String line) {
    return CALL.matcher(line).matches();
  }

  /** Whether it may be of a stack trace. */
  static boolean isOfATrace(String line) {
    return isACall(line) || THROWN.matcher(line).matches();
  }

  /** The line as it would be for any city at any time, with numbers written in one way. */
  static String plain(String line, String city) {
    return NUMBER.matcher(timeless(line, city)).replaceAll(number -> quoted(canonical(number)));
  }

  /** The line as it would be for any city, and of its numbers only that they stand there. */
  static String shape(String line, String city) {
    return NUMBER.matcher(anywhere(line, city)).replaceAll("#");
  }

  /** Each number of a line but for times, with a word for the shape of the line around it. */
  static Stream<String> told(String line, String city) {
    int shape = shape(line, city).hashCode();
    return NUMBER
        .matcher(timeless(line, city))
        .results()
        .map(number -> canonical(number) + " in " + shape);
  }

  private static String timeless(String line, String city) {
    return TIME.matcher(anywhere(line, city)).replaceAll("@");
  }

  private static String anywhere(String line, String city) {
    return city.isBlank()
        ? line.strip()
        : Pattern.compile(Pattern.quote(city), Pattern.CASE_INSENSITIVE)
            .matcher(line.strip())
            .replaceAll("…");
  }

  private static String quoted(String number) {
    return Matcher.quoteReplacement(number);
  }

  private static String canonical(MatchResult number) {
    String digits = ascii(number.group());
    return isDecimal(digits)
        ? new BigDecimal(digits).stripTrailingZeros().toPlainString()
        : number.group();
  }

  /** The numbers in a text. */
  static List<Double> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> ascii(number.group()))
        .filter(Wording::isDecimal)
        .map(Double::valueOf)
        .toList();
  }

  private static boolean isDecimal(String digits) {
    return Character.isDigit(digits.charAt(digits.length() - 1));
  }

  /** With a point, a hyphen, and the digits from 0 to 9. */
  private static String ascii(String number) {
    StringBuilder ascii = new StringBuilder();
    number
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case ',', '\u066B' -> ascii.append('.');
                case '\u2212' -> ascii.append('-');
                default -> ascii.append(digit(c));
              }
            });
    return ascii.toString();
  }

  private static String digit(int c) {
    int value = Character.digit(c, 10);
    return value < 0 ? Character.toString(c) : Integer.toString(value);
  }
}
