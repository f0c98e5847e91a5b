package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tp6.stage.cause.Diagnosis.Rule;
import tp6.stage.text.Visible;

/** What was done to the characters of the line that was expected. */
final class TextDifference {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern BACKSLASHES = Pattern.compile("\\\\+");

  private static final List<Rule<TextDifference>> RULES =
      List.of(
          rule("diff.case", TextDifference::differsInCase),
          rule("diff.backslash", TextDifference::differsInBackslashes),
          rule("percent", TextDifference::isFormatted),
          rule("diff.tabs", text -> text.isEcho && text.hasBlanksForTabs()),
          rule("diff.blanks.runs", TextDifference::hasSingleBlanks),
          rule("diff.blanks", text -> text.isEcho && all(text.received).equals(all(text.expected))),
          rule("quit", TextDifference::answersGoodbye, text -> Visible.quote(text.message)),
          rule("diff.gone", TextDifference::isGone, TextDifference::whatIsGone),
          rule("diff.mixed", TextDifference::isAmongOthers),
          new Rule<>("diff.cut", TextDifference::isCut, TextDifference::sizes),
          rule("diff.gone", TextDifference::lacksSigns, TextDifference::whatIsGone),
          rule("diff.beginning", TextDifference::isEnd, TextDifference::missingBeginning),
          rule(
              "diff.around",
              text -> text.received.contains(text.expected),
              text -> Visible.quote(text.received)));

  private final Evidence failed;
  private final String expected;
  private final String received;

  /** Without the prefix, where both have it. */
  private final String message;

  private final String body;
  private final boolean isEcho;
  private final boolean hasPrefix;

  private TextDifference(Evidence failed) {
    this.failed = failed;
    this.expected = failed.talk().expectedText();
    this.received = failed.talk().receivedText();
    this.isEcho = expected.startsWith(LineDifference.PREFIX);
    this.hasPrefix = isEcho && received.startsWith(LineDifference.PREFIX);
    this.message = hasPrefix ? LineDifference.withoutPrefix(expected) : expected;
    this.body = hasPrefix ? LineDifference.withoutPrefix(received) : received;
  }

  /** Nothing where no line was expected, or where the line came and only its end is missing. */
  static Optional<Diagnosis> find(Evidence failed) {
    TextDifference text = new TextDifference(failed);
    return text.expected.isEmpty() || text.received.equals(text.expected)
        ? Optional.empty()
        : Rule.first(RULES, text);
  }

  /** As printf would have written it; nothing where that fails. */
  static Optional<String> formatted(String text) {
    try {
      return Optional.of(String.format(Locale.ROOT, text));
    } catch (IllegalFormatException e) {
      return Optional.empty();
    }
  }

  private boolean differsInCase() {
    return received.equalsIgnoreCase(expected)
        || received.toUpperCase(Locale.ROOT).equals(expected.toUpperCase(Locale.ROOT));
  }

  private boolean differsInBackslashes() {
    return expected.contains("\\")
        && BACKSLASHES
            .matcher(received)
            .replaceAll("")
            .equals(BACKSLASHES.matcher(expected).replaceAll(""));
  }

  /** What is written for {@code %n} ends the line. */
  private boolean isFormatted() {
    return formatted(expected)
        .filter(text -> !text.equals(expected))
        .flatMap(text -> text.lines().findFirst())
        .filter(received::equals)
        .isPresent();
  }

  private boolean hasBlanksForTabs() {
    return count('\t', received) < count('\t', expected)
        && count(' ', received) > count(' ', expected)
        && all(received).equals(all(expected));
  }

  private static long count(char wanted, String text) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private boolean hasSingleBlanks() {
    return isEcho
        && message.indexOf('\t') < 0
        && body.equals(BLANKS.matcher(message).replaceAll(" "));
  }

  /** All but the blanks. */
  private static String all(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }

  private boolean answersGoodbye() {
    return Silence.goodbye(failed).filter(message::equals).isPresent();
  }

  private boolean isGone() {
    return !message.isEmpty() && body.isEmpty() && !received.isEmpty();
  }

  /** Signs that are no letters, wherever they stood. */
  private boolean lacksSigns() {
    return isEcho && !missingSigns().isEmpty() && body.equals(withoutMissingSigns());
  }

  private String whatIsGone() {
    return Visible.quote(body.isEmpty() ? message : missingSigns());
  }

  private String missingSigns() {
    return signs(message.codePoints().filter(this::isMissing).distinct());
  }

  private String withoutMissingSigns() {
    return signs(message.codePoints().filter(sign -> !isMissing(sign)));
  }

  private boolean isMissing(int sign) {
    return !Character.isLetter(sign) && body.indexOf(sign) < 0;
  }

  private static String signs(IntStream signs) {
    return signs
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
        .toString();
  }

  /** Others speak, too: nothing is certain but that this is not what was sent. */
  private boolean isAmongOthers() {
    return failed.program().together() > 1 && !failed.talk().others().isEmpty() && hasPrefix;
  }

  private boolean isCut() {
    byte[] bytes = failed.talk().received();
    return bytes.length < whole().length && Arrays.mismatch(bytes, whole()) == bytes.length;
  }

  private List<Integer> sizes() {
    return List.of(failed.talk().received().length, whole().length);
  }

  private byte[] whole() {
    return failed.talk().expected().orElseThrow();
  }

  private boolean isEnd() {
    return !body.isEmpty() && message.endsWith(body);
  }

  private String missingBeginning() {
    return Visible.quote(message.substring(0, message.length() - body.length()));
  }
}
