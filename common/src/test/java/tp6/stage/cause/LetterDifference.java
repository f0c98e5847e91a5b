package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tp6.stage.cause.Diagnosis.Rule;

/** Letters that came out as others, because of the charset that was named, or of none. */
final class LetterDifference {
  private static final List<Charset> OF_ONE_BYTE =
      List.of(ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("ISO-8859-15"));

  private static final List<Rule<LetterDifference>> RULES =
      List.of(
          rule("diff.pairs", LetterDifference::hasTwoQuestionMarksForOne),
          rule("diff.question", LetterDifference::hasQuestionMarks),
          rule("diff.mojibake", LetterDifference::wasReadByteByByte),
          rule("diff.lossy", LetterDifference::hasLostBytes),
          rule("diff.replacement", LetterDifference::hasReplacements),
          rule("diff.latin1", LetterDifference::wasWrittenInOneByteEach),
          rule("diff.digits", LetterDifference::hasForeignDigits),
          rule("diff.composed", LetterDifference::looksTheSame),
          rule("diff.accents", LetterDifference::hasNoAccents));

  private final String expected;
  private final String received;
  private final byte[] bytes;

  private LetterDifference(Evidence.Talk talk) {
    this.expected = talk.expectedText();
    this.received = talk.receivedText();
    this.bytes = talk.received();
  }

  static Optional<Diagnosis> find(Evidence failed) {
    return Rule.first(RULES, new LetterDifference(failed.talk()));
  }

  /** Half a pair of surrogates is no character in any charset. */
  private boolean hasTwoQuestionMarksForOne() {
    return differs() && expected.replaceAll("[^\\x{0}-\\x{FFFF}]", "??").equals(received);
  }

  private boolean hasQuestionMarks() {
    return !isAscii(expected)
        && isAscii(received)
        && expected.replaceAll("[?[^\\x00-\\x7F]]+", "?").equals(received.replaceAll("\\?+", "?"));
  }

  private boolean wasReadByteByByte() {
    byte[] right = expected.getBytes(UTF_8);
    return !isAscii(expected)
        && OF_ONE_BYTE.stream().anyMatch(one -> new String(right, one).equals(received));
  }

  /** Not every byte is a character in every charset. */
  private boolean hasLostBytes() {
    byte[] right = expected.getBytes(UTF_8);
    return OF_ONE_BYTE.stream()
        .map(one -> new String(right, one).getBytes(one))
        .anyMatch(lossy -> !Arrays.equals(lossy, right) && Arrays.equals(lossy, bytes));
  }

  private boolean hasReplacements() {
    return received.indexOf('\uFFFD') > expected.indexOf('\uFFFD')
        && Arrays.equals(received.getBytes(UTF_8), bytes);
  }

  private boolean wasWrittenInOneByteEach() {
    return !isAscii(expected)
        && (OF_ONE_BYTE.stream().anyMatch(one -> Arrays.equals(expected.getBytes(one), bytes))
            || Arrays.equals(lowBytes(expected), bytes));
  }

  private boolean hasForeignDigits() {
    StringBuilder ours = new StringBuilder();
    received
        .codePoints()
        .forEach(
            c -> ours.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return differs() && ours.toString().equals(expected);
  }

  private boolean looksTheSame() {
    return differs() && normal(received).equals(normal(expected));
  }

  private boolean hasNoAccents() {
    String apart = Normalizer.normalize(expected, Normalizer.Form.NFD);
    return differs() && apart.replaceAll("\\p{M}+", "").equals(received);
  }

  private static byte[] lowBytes(String text) {
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return low;
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private boolean differs() {
    return !received.equals(expected);
  }

  private static boolean isAscii(String text) {
    return US_ASCII.newEncoder().canEncode(text);
  }
}
