package tp6.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tp6.stage.cause.Symptom;
import tp6.stage.text.Words;

/** What is made of displays, compared with each other. */
class DisplayedTest {
  private static final Words WORDS = Words.of(Locale.ENGLISH);
  private static final String TRACE =
      "java.io.IOException: no\n\tat Weather.main(Weather.java:1)\n";

  private final Displayed usual = shown("Orsay", "Orsay: 5,77 °C\n");
  private String kind = "";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orsay: 5,77 °C | Lyon: 5,77 °C | Nice: 9,00 °C",
        "Orsay: 5.770 °C | Lyon: 5.77 °C | Nice: 9.00 °C",
        "#1 12:03:04 Orsay 5.77 in 7 ms | #2 12:03:05 Lyon 5.77 in 9 ms | #3 12:03:05 Nice 9.00 in 7 ms",
        "Il fait \u22125,77 °C à Orsay. | Il fait -5.77 °C à Lyon. | Il fait 9,00 °C à Nice."
      })
  void isLikeTheUsualOneWhereTheNumberIsThatOfTheTemperature(
      String display, String usualDisplay, String other) {
    assertThatNoException()
        .isThrownBy(
            () ->
                shown("Orsay", display)
                    .isLike(shown("Lyon", usualDisplay), shown("Nice", other), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orsay: 5.78 °C | Lyon: 5.77 °C | Nice: 9.00 °C | unlike",
        "cannot be read | Lyon: 5.77 °C | Nice: 9.00 °C | unlike",
        "Orsay: 5.77 °C | Lyon: 5.77 °C | Nice: 5.77 °C | constant",
        "Orsay | Lyon | Nice | constant",
        "#1 Orsay | #2 Lyon | #3 Nice | unlike",
        "<t v='5'/> | <t v=\"5\"/> | <t v=\"9\"/> | unlike"
      })
  void isUnlikeTheUsualOneOtherwise(
      String display, String usualDisplay, String other, String mistake) {
    fails(
        () ->
            shown("Orsay", display)
                .isLike(shown("Lyon", usualDisplay), shown("Nice", other), List.of()));
    assertThat(kind).isEqualTo(mistake);
  }

  @Test
  void saysWhyInALineOfItsOwn() {
    Displayed talkative = shown("Orsay", "Response Code : 200\nOrsay: 5.77 °C\n");
    Displayed failure = shown("Lyon", "Response Code : 404\n", "unknown city: Lyon\n");

    assertThat(failure.saysWhy(talkative)).isEqualTo("unknown city: Lyon");
    assertThatNoException().isThrownBy(() -> failure.saysWhyWith("LYON", talkative));
    fails(() -> failure.saysWhyWith("Paris", talkative));
    assertThat(kind).isEqualTo("city");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Lyon: 0,00 °C", "Lyon: NaN °C", "Lyon: -273.16 °C", "Lyon: -Infinity °C"})
  void doesNotSayWhyWhereItLooksLikeATemperature(String display) {
    fails(() -> shown("Lyon", display).saysWhy(usual));
    assertThat(kind).isEqualTo("temperature");
  }

  @Test
  void takesNeitherATraceNorLinesNorNothingForALine() {
    fails(() -> shown("Lyon", TRACE).saysWhy(usual));
    assertThat(kind).isEqualTo("trace");
    fails(() -> shown("Lyon", TRACE).saysWhy(shown("Nice", TRACE.replace("main", "ask"))));
    assertThat(kind).isEqualTo("trace");
    fails(() -> shown("Lyon", "no\n", "no\n").saysWhy(usual));
    assertThat(kind).isEqualTo("lines");
    fails(() -> shown("Lyon", " \n").saysWhy(usual));
    assertThat(kind).isEmpty();
    fails(() -> shown("Lyon", "", "null").saysWhy(usual));
  }

  @Test
  void takesTwoLinesWithAnErrorForTwoLines() {
    fails(() -> shown("Lyon", "", "ParseError at [1,1]\nMessage: no").saysWhy(usual));
    assertThat(kind).isEqualTo("lines");
  }

  @Test
  void passesOverTheReplyWhereItIsDisplayedToo() {
    String reply = "<current>\n  <city/>\n</current>";

    assertThat(shown("Lyon", reply, "no temperature").without(reply).saysWhy(usual))
        .isEqualTo("no temperature");
    assertThat(shown("Lyon", "<city/>", "<current>").without(reply).saysWhy(usual))
        .isEqualTo("<current>");
  }

  @Test
  void passesOverWhatTheParserItselfDisplays() {
    Displayed failure = shown("Lyon", "[Fatal Error] :1:1: Premature end of file.\n", "no XML");

    assertThat(failure.saysWhy(usual)).isEqualTo("no XML");
  }

  @Test
  void tellsTheSameLineForAnotherFailureFromAnotherLine() {
    Displayed unknown = shown("Lyon", "", "unknown city: Lyon");

    fails(() -> shown("Nice", "", "unknown city: Nice").saysWhyUnlike(unknown, usual));
    assertThat(kind).isEqualTo("same");
    assertThatNoException()
        .isThrownBy(() -> shown("Nice", "", "the key is refused").saysWhyUnlike(unknown, usual));
    assertThatNoException()
        .isThrownBy(() -> shown("Nice", "", "status 401").saysWhyUnlike(unknown, usual));
  }

  @Test
  void hidesAWordWhereItIsNotDisplayedEveryTime() {
    fails(() -> shown("Lyon", "", "no answer of http://x?appid=key").hides("key", usual));
    assertThat(kind).isEqualTo("key");
    assertThatNoException()
        .isThrownBy(() -> shown("Lyon", "with key").hides("key", shown("Nice", "with key")));
  }

  @Test
  void findsANumberAmongTheFirstAndTheLast() {
    assertThatNoException().isThrownBy(() -> usual.hasNumber(5.76, 0.07, 0.02, Map.of()));
    assertThatNoException()
        .isThrownBy(
            () -> shown("A", "1 ".repeat(50) + "-0.47").hasNumber(-0.47, 0.07, 0.02, Map.of()));
    fails(
        () ->
            shown("A", "1 ".repeat(20) + "5.77" + " 1".repeat(20))
                .hasNumber(5.77, 0.07, 0.02, Map.of()));
    fails(() -> shown("A", "A: 6 °C").hasNumber(5.77, 0.07, 0.02, Map.of(6.0, "whole")));
    assertThat(kind).isEqualTo("whole");
    assertThatNoException()
        .isThrownBy(() -> shown("A", "A: 5.8 °C").hasNumber(5.77, 0.07, 0.02, Map.of()));
    fails(() -> shown("A", "A: 5.73 °C").hasNumber(5.77, 0.07, 0.02, Map.of()));
    assertThatNoException()
        .isThrownBy(() -> shown("A", "A: -.43 °C").hasNumber(-0.43, 0.07, 0.02, Map.of()));
  }

  @Test
  void toleratesNoOtherNumberThatComesWithTheTemperature() {
    Displayed other = shown("Oslo", "Oslo: -3.1 °C (270.06 K)");

    assertThatNoException().isThrownBy(() -> usual.isOneLine(shown("Oslo", "Oslo: -3.1 °C")));
    fails(() -> shown("Lyon", "Lyon: 5.77 °C (278.93 K)").isOneLine(other));
    assertThat(kind).isEqualTo("numbers");
  }

  @Test
  void readsDigitsOfAnyScript() {
    assertThat(Wording.numbers("٥٫٧٧ and \u22121,5")).containsExactly(5.77, -1.5);
  }

  private Displayed shown(String city, String shown) {
    return shown(city, shown, "");
  }

  private Displayed shown(String city, String shown, String said) {
    return new Displayed(
        new Screen(city, Wording.lines(shown), Wording.lines(said)),
        WORDS,
        (mistake, findings, lines) -> {
          kind = mistake;
          return new Unexpected(Symptom.DIFFERENT, "", findings);
        });
  }

  private static void fails(Runnable expectation) {
    assertThat(catchThrowable(expectation::run)).isInstanceOf(Unexpected.class);
  }
}
