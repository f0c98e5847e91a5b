package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static tp6.stage.cause.Failure.echoed;
import static tp6.stage.cause.Symptom.DIFFERENT;
import static tp6.stage.cause.Symptom.UNASKED;
import static tp6.stage.cause.Symptom.UNFINISHED;

import org.junit.jupiter.api.Test;

class LineDifferenceTest {
  @Test
  void knowsALineThatEndsInCrAlone() {
    Failure unfinished = Failure.of(UNFINISHED).sent("salut").expected("echo:salut");
    assertThat(unfinished.received("echo:salut\r").key()).isEqualTo("diff.cr");
    assertThat(unfinished.received("echo:salut").key()).isEmpty();
  }

  @Test
  void countsAndNamesTheLinesWhereOneWasAsked() {
    Failure display = Failure.of(DIFFERENT);
    assertThat(display.received("200\n3,4 °C\n").hint())
        .isEqualTo("there are 2 lines where one was asked: \"200\", \"3,4 °C\"");
    assertThat(display.received("a\nb\nc\nd\n").hint()).endsWith("\"a\", \"b\", \"c\", …");
    assertThat(display.received("3,4 °C\n").key()).isEmpty();
    assertThat(
            display.received("java.io.IOException: 500\n\tat Weather.main(Weather.java:3)").key())
        .isEmpty();
  }

  @Test
  void knowsAnEmptyLineTooMany() {
    assertThat(echoed("bonjour", "").heard("echo:salut").key()).isEqualTo("diff.extra.empty");
    assertThat(Failure.of(DIFFERENT).expected("09:05:07").received("09:05:07\n\n").key())
        .isEqualTo("diff.extra.empty");
    assertThat(Failure.of(UNASKED).sent("salut").heard("echo:salut").received("\n").key())
        .isEqualTo("diff.extra.empty");
    assertThat(echoed("  ", "  ").key()).isEqualTo("diff.prefix.missing");
    assertThat(echoed("", "").key()).isEqualTo("diff.prefix.missing");
    assertThat(echoed("", "").after("echo:\n").key()).isEqualTo("diff.extra.empty");
  }

  @Test
  void knowsTheLineBefore() {
    assertThat(echoed("bonjour", "echo:salut").sent("bonjour", "salut").heard("echo:salut").key())
        .isEqualTo("diff.twice");
    assertThat(Failure.of(UNASKED).sent("salut").heard("echo:salut").received("echo:salut").key())
        .isEqualTo("diff.twice");
    assertThat(echoed("bonjour", "echo:salut").sent("bonjour", "salut").heard("echo:hi").key())
        .isEqualTo("diff.order");
  }

  @Test
  void knowsTwoLinesInOne() {
    Failure second = Failure.of(DIFFERENT).sent("deux", "une").expected("echo:deux");
    assertThat(second.received("deux").heard("echo:une").key()).isEqualTo("diff.joined");
    Failure first = Failure.of(DIFFERENT).sent("deux", "une").expected("echo:une");
    assertThat(first.received("echo:unedeux").key()).isEqualTo("diff.joined");
    assertThat(first.received("echo:une!").key()).isEqualTo("diff.around");
  }

  @Test
  void knowsNoPrefixAndAnotherOne() {
    assertThat(echoed("salut", "salut").key()).isEqualTo("diff.prefix.missing");
    assertThat(echoed("salut", "echo: salut").hint())
        .startsWith("before the message stands \"echo: \"");
    assertThat(echoed("salut", "ECHO:salut").key()).isEqualTo("diff.prefix");
    assertThat(echoed("salut", "echo:Salut").key()).isEqualTo("diff.case");
    assertThat(Failure.of(DIFFERENT).expected("09:05:07").received("h 09:05:07").key())
        .isEqualTo("diff.around");
  }

  @Test
  void knowsWhatIsLeftOver() {
    Failure later = echoed("hip", "echo:bonjourhip").sent("hip", "bonjour").heard("echo:bonjour");
    assertThat(later.hint())
        .startsWith("something of an earlier message is still there, of \"bonj");
    assertThat(later.received("echo:hipjour").key()).isEqualTo("diff.left");
    assertThat(later.received("echo:bonjourecho:hip").key()).isEqualTo("diff.left");
    assertThat(later.received("jour").key()).isEqualTo("diff.left");
    assertThat(later.received("echo:xhip").key()).isEqualTo("diff.prefix");
    assertThat(later.received("echo:bonjour").key()).isEqualTo("diff.twice");
  }

  @Test
  void knowsWhatBelongsToOthers() {
    assertThat(echoed("salut", "echo:bonjour").others("bonjour").hint())
        .startsWith("this belongs to another client, who has sent \"bonjour\"");
    assertThat(echoed("salut", "echo:salutbonjour").others("bonjour").key())
        .isEqualTo("diff.shared");
    assertThat(echoed("salut", "echo:bonjour").others("hello").key()).isEmpty();
    assertThat(echoed("salut", "salut").others("salut").key()).isEqualTo("diff.prefix.missing");
  }

  @Test
  void knowsAnswersInAnotherOrder() {
    Failure first = Failure.of(DIFFERENT).sent("deux", "une").expected("echo:une");
    assertThat(first.received("echo:deux").hint())
        .startsWith("this answers another message, \"deux\"");
    assertThat(first.received("echo:uni").key()).isEmpty();
    assertThat(echoed("salut", "echo:sal").sent("salut", "sal").key()).isEqualTo("diff.cut");
  }

  @Test
  void tellsAGreetingFromAnotherLineTooMany() {
    Failure first = echoed("salut", "Welcome!").after("echo:salut\n");
    assertThat(first.hint()).startsWith("the server says \"Welcome!\" of its own accord");
    assertThat(first.heard("echo:bonjour").key()).isEqualTo("diff.extra");
    assertThat(echoed("salut", "Welcome!").key()).isEmpty();
    assertThat(Failure.of(UNASKED).received("Welcome!\n").key()).isEqualTo("diff.greeting");
    assertThat(Failure.of(UNASKED).sent("salut").heard("echo:salut").received("Bye\n").key())
        .isEqualTo("diff.extra");
    assertThat(Failure.of(UNASKED).sent("salut").received("echo:salut\n").key()).isEmpty();
    Failure more = Failure.of(DIFFERENT).expected("").sent("salut").heard("echo:salut");
    assertThat(more.received("Bye").key()).isEqualTo("diff.extra");
    assertThat(more.received("echo:bonjour").others("bonjour").key()).isEqualTo("diff.shared");
  }
}
