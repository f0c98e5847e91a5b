package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static tp6.stage.Diagnosis.Rule.rule;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.Diagnosis.Rule;

/** Something that was made a text, or bytes, in another way than it should be. */
final class EncodingDifference {
  private static final byte[] OBJECTS = HexFormat.of().parseHex("ACED0005");
  private static final byte[] MARK = HexFormat.of().parseHex("EFBBBF");
  private static final byte[] BIG_END_FIRST = HexFormat.of().parseHex("FEFF");
  private static final byte[] SMALL_END_FIRST = HexFormat.of().parseHex("FFFE");
  private static final List<Charset> OF_ONE_BYTE =
      List.of(ISO_8859_1, Charset.forName("windows-1252"), Charset.forName("ISO-8859-15"));

  private static final Pattern OPTIONAL = Pattern.compile("Optional(?:\\[|\\.empty)");
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");
  private static final Pattern IDENTITY = Pattern.compile("[\\[\\w.$]*[\\w;$]@\\p{XDigit}{4,8}\\b");
  private static final Pattern LITERAL = Pattern.compile("\\\\[nr]$");

  private static final List<Rule<EncodingDifference>> RULES =
      List.of(
          rule("diff.optional", text -> text.has(OPTIONAL)),
          rule("diff.identity", text -> text.has(IDENTITY), text -> text.found(IDENTITY)),
          rule("diff.null", text -> text.has(NULL)),
          rule("diff.literal", text -> text.has(LITERAL)),
          rule("diff.object", text -> text.begins(OBJECTS)),
          rule("diff.utf", EncodingDifference::beginsWithItsLength),
          rule("diff.wide", EncodingDifference::hasTwoBytesEach),
          rule("diff.bom", text -> text.begins(MARK)),
          rule("diff.nul", text -> text.received.indexOf('\0') >= 0),
          rule("diff.question", EncodingDifference::hasQuestionMarks),
          rule("diff.mojibake", EncodingDifference::wasReadByteByByte),
          rule("diff.replacement", EncodingDifference::hasReplacements),
          rule("diff.latin1", EncodingDifference::wasWrittenInOneByteEach),
          rule("diff.digits", EncodingDifference::hasForeignDigits),
          rule("diff.composed", EncodingDifference::looksTheSame));

  private final String expected;
  private final String received;
  private final byte[] bytes;
  private final byte[] after;
  private final List<String> sent;

  private EncodingDifference(Evidence.Talk talk) {
    this.expected = talk.expectedText();
    this.received = talk.receivedText();
    this.bytes = talk.received();
    this.after = talk.after();
    this.sent = talk.sent();
  }

  static Optional<Diagnosis> find(Evidence failed) {
    return Rule.first(RULES, new EncodingDifference(failed.talk()));
  }

  /** Whether it has something that is not part of what was expected, nor of any message. */
  private boolean has(Pattern wrong) {
    Matcher found = wrong.matcher(received);
    return found.find()
        && Stream.concat(Stream.of(expected), sent.stream())
            .noneMatch(right -> right.contains(found.group()));
  }

  private String found(Pattern wrong) {
    return wrong.matcher(received).results().findFirst().orElseThrow().group();
  }

  private boolean begins(byte[] start) {
    return Arrays.mismatch(start, bytes) == start.length;
  }

  /** Where the length is 10, its second byte was taken for a line end. */
  private boolean beginsWithItsLength() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes);
    if (bytes.length == 1) {
      all.write('\n');
      all.writeBytes(after);
    }
    byte[] text = all.toByteArray();
    if (text.length < 3 || text[2] == 0) {
      return false;
    }
    int length = (text[0] & 0xFF) << 8 | text[1] & 0xFF;
    int end = 2;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    // The line end may be part of the text, and is not part of the line.
    return length > 0 && length >= end - 2 && length <= end - 2 + 2;
  }

  /** Of letters of ASCII, one of the two bytes is zero. */
  private boolean hasTwoBytesEach() {
    int from = begins(BIG_END_FIRST) || begins(SMALL_END_FIRST) ? 2 : 0;
    int zero = bytes.length > from && bytes[from] == 0 ? 0 : 1;
    for (int i = from; i < from + 4; i++) {
      if (i >= bytes.length || (bytes[i] == 0) != ((i - from) % 2 == zero)) {
        return false;
      }
    }
    return true;
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

  private boolean hasReplacements() {
    return received.indexOf('\uFFFD') > expected.indexOf('\uFFFD')
        && Arrays.equals(received.getBytes(UTF_8), bytes);
  }

  private boolean wasWrittenInOneByteEach() {
    return !isAscii(expected)
        && (OF_ONE_BYTE.stream().anyMatch(one -> Arrays.equals(expected.getBytes(one), bytes))
            || Arrays.equals(lowBytes(expected), bytes));
  }

  private static byte[] lowBytes(String text) {
    byte[] low = new byte[text.length()];
    for (int i = 0; i < low.length; i++) {
      low[i] = (byte) text.charAt(i);
    }
    return low;
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
