package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Failure.echoed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      nullValues = "-",
      value = {
        "Salut|echo:salut|diff.case",
        "straße|echo:STRASSE|diff.case",
        "Salut|echo:palut|-",
        "a\\b|echo:ab|diff.backslash",
        "a\\b|echo:a\\\\b|diff.backslash",
        "a/b|echo:ab|diff.gone",
        "%n|echo:n|diff.gone",
        "1, 2.|echo:12|diff.gone",
        "5 %%|echo:5 %|percent",
        "a%nb|echo:a|percent",
        "100%|echo:100|diff.cut",
        "a\tb|echo:a b|diff.tabs",
        "a\tb|echo:a    b|diff.tabs",
        "'\t'|echo: |diff.tabs",
        "a  b|echo:a b|diff.blanks.runs",
        "'  '|echo: |diff.blanks.runs",
        " a |echo:a|diff.blanks",
        "'\t'|echo:|diff.blanks",
        "7|echo:|diff.gone",
        "salut|echo|diff.cut",
        "a|echo:a |diff.blanks",
        "a b|echo:ab|diff.blanks",
        "'ab \t'|'echo:ab '|diff.blanks",
        "ab|echo:a b|diff.blanks",
        "a b|echo:b|diff.beginning",
        "quit|echo:au revoir|quit",
        "quit|echo:QUIT|diff.case",
        "quiet|echo:au revoir|-",
        "un deux|echo:un|diff.cut",
        "undeux|echo:un|diff.cut",
        "salut|echo:alut|diff.beginning",
        "salut|echo:|diff.gone",
        "salut|echo:salue|-",
        "salut|echo:salut !|diff.around",
        "salut|echo:bonjour|-",
      })
  void knowsWhatWasDoneToTheCharacters(String message, String received, String key) {
    assertThat(echoed(message, received).key()).isEqualTo(key == null ? "" : key);
  }

  @Test
  void countsInBytesWhereALineWasCut() {
    assertThat(echoed("é".repeat(50), "echo:" + "é".repeat(3)).hint())
        .startsWith("the text ends after 11 of 105 bytes");
    assertThat(echoed("salut", "echo:alut").hint())
        .startsWith("the beginning of the message is missing, \"s\"");
  }

  @Test
  void knowsThatOthersSpeakToo() {
    Failure mixed = echoed("bonjour", "echo:jour").others("salut");
    assertThat(mixed.clients(2).key()).isEqualTo("diff.mixed");
    assertThat(mixed.clients(1).key()).isEqualTo("diff.beginning");
    assertThat(mixed.clients(2).received("echo:Bonjour").key()).isEqualTo("diff.case");
  }

  @Test
  void hasNothingToSayOfALineThatOnlyHasNoEnd() {
    assertThat(
            Failure.of(Symptom.UNFINISHED)
                .sent("salut")
                .expected("echo:salut")
                .received("echo:salut")
                .key())
        .isEmpty();
  }
}
