package tp6.stage.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeDifferenceTest {
  @ParameterizedTest
  @CsvSource({
    "13:14:15, 13:14:15.123, time.fraction",
    "13:14:00, 13:14, time.seconds",
    "00:14:15, 24:14:15, time.kk",
    "13:14:15, 24:14:15, time.other",
    "13:14:15, 01:14:15, time.twelve",
    "00:14:15, 12:14:15, time.twelve",
    "12:14:15, 00:14:15, time.twelve",
    "13:14:15, 13:14:15 PM, time.twelve",
    "09:05:07, 9:5:7, time.digits",
    "13:14:15, 13:01:15, time.month",
    "13:14:15, 16:14:15, time.zone",
    "23:14:15, 02:44:15, time.zone",
    "01:14:15, 13:14:15, time.zone",
    "13:14:15, 13:14:16, time.rounded",
    "23:59:59, 00:00:00, time.rounded",
    "13:14:15, 13:14:17, time.second",
    "13:14:15, 14:13:15, time.order",
    "13:14:15, 17:02:44, time.other",
    "13:14:15, 77:77:77, time.other",
    "13:14:15, heure : 13:14:15, diff.around",
    "13:14:05, 13:14:5, time.digits",
    "13:14:15, ١٣:١٤:١٥, diff.digits",
    "13:14:15, now, ''",
    "noon, 13:14:15, ''",
  })
  void knowsHowATimeIsTold(String expected, String received, String key) {
    Failure failure = Failure.of(Symptom.DIFFERENT).expected(expected).received(received);
    assertThat(failure.key()).isEqualTo(key);
  }

  @Test
  void saysHowFarTheZoneIsTheShorterWayRound() {
    Failure midnight = Failure.of(Symptom.DIFFERENT).expected("23:14:15");
    assertThat(midnight.received("02:44:15").hint()).contains("the clock is 3 h 30 min off");
    assertThat(midnight.received("22:14:15").hint()).contains("the clock is 1 h off");
  }
}
