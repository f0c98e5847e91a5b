package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bonjour",
        "echo:bonjour\n",
        "ECHO: BONJOUR",
        "Hello!\n> bonjour!",
        "Optional[bonjour]"
      })
  void findsAWordWhateverIsAroundIt(String answer) {
    assertThat(Received.word("bonjour").isIn(answer.getBytes(UTF_8))).isTrue();
    assertThat(Received.word("bonjour").isIn(answer.getBytes(UTF_16))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "echo:\n", "echo:bonjou", "b o n j o u r", "bon\njour"})
  void doesNotFindWhatIsNotThere(String answer) {
    assertThat(Received.word("bonjour").isIn(answer.getBytes(UTF_8))).isFalse();
  }

  @Test
  void tellsWhereItWasFound() {
    Received word = Received.word("mot");

    assertThat(word.isIn("echo:mot\n".getBytes(UTF_8))).isTrue();
    assertThat(word.start()).isEqualTo(5);
    assertThat(word.end()).isEqualTo(8);
  }

  @Test
  void takesEachSignOfATextAsItIs() {
    assertThat(Received.text("A  %s\t").isIn("echo:A  %s\t\n".getBytes(UTF_8))).isTrue();
    assertThat(Received.text("A  %s\t").isIn("echo:a  %s\t\n".getBytes(UTF_8))).isFalse();
    assertThat(Received.text("A  %s\t").isIn("echo:A %s\t\n".getBytes(UTF_8))).isFalse();
  }

  @Test
  void takesCapitalsForLettersButNoOtherBytes() {
    assertThat(Received.letters("éçœ🚲").isIn("echo:ÉÇŒ🚲\n".getBytes(UTF_8))).isTrue();
    assertThat(Received.letters("éçœ🚲").isIn("echo:éç?🚲\n".getBytes(UTF_8))).isFalse();
    assertThat(Received.letters("é").isIn("echo:e\u0301\n".getBytes(UTF_8))).isFalse();
  }
}
