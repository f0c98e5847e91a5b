package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Failure.echoed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Letters that are lost as students lose them. */
class LetterDifferenceTest {
  @Test
  void tellsFromEachOtherTheWaysToLoseAnAccent() {
    String all = "déjà 日本 🚲";
    String echo = "echo:" + all;
    assertThat(echoed(all, echo.getBytes(US_ASCII)).key()).isEqualTo("diff.question");
    assertThat(echoed(all, new String(echo.getBytes(UTF_8), US_ASCII)).key())
        .isEqualTo("diff.replacement");
    assertThat(echoed(all, new String(echo.getBytes(UTF_8), ISO_8859_1)).key())
        .isEqualTo("diff.mojibake");
    assertThat(echoed(all, echo.getBytes(ISO_8859_1)).key()).isEqualTo("diff.latin1");
    assertThat(echoed("où ?", "echo:o? ?").key()).isEqualTo("diff.question");
    assertThat(echoed("ou !", "echo:ou ?").key()).isEmpty();
  }

  @Test
  void knowsTheCharsetsOfWindowsAndTheLowBytesOfCharacters() throws IOException {
    Charset windows = Charset.forName("windows-1252");
    assertThat(echoed("5 €", "echo:5 €".getBytes(windows)).key()).isEqualTo("diff.latin1");
    assertThat(echoed("5 €", new String("echo:5 €".getBytes(UTF_8), windows)).key())
        .isEqualTo("diff.mojibake");
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    new DataOutputStream(wire).writeBytes("echo:日本é");
    assertThat(echoed("日本é", wire.toByteArray()).key()).isEqualTo("diff.latin1");
  }

  @Test
  void knowsOtherDigitsAndWhatLooksTheSame() {
    assertThat(echoed("no 42", "echo:no ٤٢").key()).isEqualTo("diff.digits");
    assertThat(echoed("no 42", "echo:no ٤٣").key()).isEmpty();
    assertThat(echoed("e\u0301t", "echo:\u00E9t").key()).isEqualTo("diff.composed");
    assertThat(echoed("e\u0301t", "echo:at").key()).isEmpty();
  }

  @Test
  void knowsCharsThatWereMadeBytesOneByOne() {
    assertThat(echoed("a 🚲", "echo:a ??").key()).isEqualTo("diff.pairs");
    assertThat(echoed("a 🚲", "echo:a ?").key()).isEqualTo("diff.question");
    assertThat(echoed("a é", "echo:a ??").key()).isEqualTo("diff.question");
  }

  @Test
  void knowsBytesThatACharsetDoesNotHave() {
    Charset windows = Charset.forName("windows-1252");
    byte[] lossy = new String("echo:e\u0301".getBytes(UTF_8), windows).getBytes(windows);
    assertThat(echoed("e\u0301", lossy).key()).isEqualTo("diff.lossy");
    byte[] none = new String("echo:é".getBytes(UTF_8), windows).getBytes(windows);
    assertThat(none).isEqualTo("echo:é".getBytes(UTF_8));
  }

  @Test
  void knowsLettersWithoutTheirAccents() {
    assertThat(echoed("déjà", "echo:deja").key()).isEqualTo("diff.accents");
    assertThat(echoed("déjà", "echo:dja").key()).isEmpty();
    assertThat(echoed("Deja", "echo:deja").key()).isEqualTo("diff.case");
  }
}
