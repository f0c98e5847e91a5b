package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis.Rule;

/** Something that was made a text, or bytes, in another way than it should be. */
final class EncodingDifference {
  private static final byte[] OBJECTS = HexFormat.of().parseHex("ACED0005");
  private static final byte[] MARK = HexFormat.of().parseHex("EFBBBF");
  private static final byte[] BIG_END_FIRST = HexFormat.of().parseHex("FEFF");
  private static final byte[] SMALL_END_FIRST = HexFormat.of().parseHex("FFFE");

  private static final Pattern OPTIONAL = Pattern.compile("Optional(?:\\[|\\.empty)");
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");

  /** What Object.toString says. Begins nowhere within a word: a mebibyte is searched only once. */
  private static final Pattern IDENTITY =
      Pattern.compile("(?<![\\[\\w.$;])[\\[\\w.$;]++@\\p{XDigit}{4,8}\\b");

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
          rule("diff.nul", text -> text.received.indexOf('\0') >= 0));

  private final String expected;
  private final String received;
  private final byte[] bytes;
  private final byte[] after;
  private final List<String> sent;

  private EncodingDifference(Evidence.Talk talk, boolean isEndless) {
    this.expected = talk.expectedText();
    this.received = isEndless ? talk.receivedText() + talk.afterText() : talk.receivedText();
    this.bytes = talk.received();
    this.after = talk.after();
    this.sent = talk.sent();
  }

  static Optional<Diagnosis> find(Evidence failed) {
    return Rule.first(
        RULES, new EncodingDifference(failed.talk(), failed.symptom() == Symptom.ENDLESS));
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
    return alternate() || isOneThirdZero();
  }

  /** Where the client has come in between the two bytes. */
  private boolean isOneThirdZero() {
    String all = new String(bytes, ISO_8859_1) + "\n" + new String(after, ISO_8859_1);
    long zeros = all.chars().filter(c -> c == 0).count();
    return zeros > 1 && 3 * zeros >= all.length() && !all.contains("\0\0");
  }

  private boolean alternate() {
    int from = begins(BIG_END_FIRST) || begins(SMALL_END_FIRST) ? 2 : 0;
    int zero = bytes.length > from && bytes[from] == 0 ? 0 : 1;
    for (int i = from; i < from + 4; i++) {
      if (i >= bytes.length || (bytes[i] == 0) != ((i - from) % 2 == zero)) {
        return false;
      }
    }
    return true;
  }
}
