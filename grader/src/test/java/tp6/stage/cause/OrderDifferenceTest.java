package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Symptom.DIFFERENT;

import org.junit.jupiter.api.Test;

class OrderDifferenceTest {
  /** Several lines in one piece: what is told are their words. */
  private final Failure three =
      Failure.of(DIFFERENT).sent("trois", "deux", "un").expected("un deux trois");

  @Test
  void namesTheLinesWithoutAnAnswer() {
    assertThat(three.received("un trois").hint()).startsWith("no answer came to \"deux\": ");
    assertThat(three.received("un").hint()).startsWith("no answer came to \"deux\", \"trois\": ");
  }

  @Test
  void namesTheLineThatWasAnsweredTooEarly() {
    assertThat(three.received("un trois deux").hint())
        .startsWith("this answers another message, \"trois\": ");
  }

  @Test
  void takesAMessageOfSeveralWordsForOneLine() {
    Failure one = Failure.of(DIFFERENT).sent("un deux").expected("echo:un deux");
    assertThat(one.received("echo:un").key()).isEqualTo("diff.cut");
    assertThat(three.received("quatre").key()).isEmpty();
  }

  @Test
  void knowsAnAnswerInPlaceOfThatToAnEmptyLine() {
    Failure empty = Failure.of(DIFFERENT).sent("salut", "").expected("echo:");
    assertThat(empty.received("echo:salut").key()).isEqualTo("empty.line");
    assertThat(empty.received("echo: ").key()).isEqualTo("diff.blanks");
    assertThat(Failure.echoed("salut", "echo:").key()).isEqualTo("diff.gone");
  }
}
