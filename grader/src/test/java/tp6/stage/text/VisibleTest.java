package tp6.stage.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void leavesReadableTextAlone() {
    assertThat(Visible.quote("déjà 日本 🚲")).isEqualTo("\"déjà 日本 🚲\"");
  }

  @Test
  void showsLineEndsAndOtherControls() {
    assertThat(Visible.quote("a\r\n\t\u0007\u001b[1m")).isEqualTo("\"a\\r\\n\\t\\u{7}\\u{1B}[1m\"");
  }

  @Test
  void showsWhatWouldHideOrTurnText() {
    assertThat(Visible.line("a\u202eb\u200b\u2028c")).isEqualTo("a\\u{202E}b\\u{200B}\\u{2028}c");
  }

  @Test
  void showsBytesThatAreNotUtf8() {
    assertThat(Visible.quote("é!".getBytes(ISO_8859_1))).isEqualTo("\"\\xE9!\"");
    assertThat(Visible.quote(new byte[] {'a', (byte) 0xC3})).isEqualTo("\"a\\xC3\"");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(Visible.quote("x".repeat(100_000))).isEqualTo("\"" + "x".repeat(100) + "…\"");
    assertThat(Visible.line("x".repeat(100_000))).hasSize(201);
  }

  @Test
  void showsAtMostFourBytesInHex() {
    assertThat(Visible.hex("aé bcd".getBytes(UTF_8), 1)).isEqualTo("C3 A9 20 62");
    assertThat(Visible.hex(new byte[] {1}, 0)).isEqualTo("01");
  }

  @Test
  void doublesBackslashesWhereTextIsQuoted() {
    assertThat(Visible.quote("a\\n\n")).isEqualTo("\"a\\\\n\\n\"");
    assertThat(Visible.line(Visible.quote("a\\n\n"))).isEqualTo(Visible.quote("a\\n\n"));
    assertThat(Visible.quote("\\".repeat(100))).isEqualTo("\"" + "\\".repeat(100) + "…\"");
    assertThat(Visible.quote("x" + "\\".repeat(100))).isEqualTo("\"x" + "\\".repeat(98) + "…\"");
  }

  @Test
  void knowsWhereBackslashesNeedAWord() {
    assertThat(Visible.hasBackslashesAndEscapes(quotes("a\\", "b\n"))).isTrue();
    assertThat(Visible.hasBackslashesAndEscapes(quotes("a\\n", "b\\"))).isFalse();
    assertThat(Visible.hasBackslashesAndEscapes(quotes("a\n", "b"))).isFalse();
  }

  private static List<String> quotes(String... texts) {
    return Stream.of(texts).map(Visible::quote).toList();
  }
}
