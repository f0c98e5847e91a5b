package tp6.clock;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.setting.Chance;

/** Times of the day, as a clock shows them: with a fraction of a second. */
final class Times {
  /** Of any time, be it another one than it should be. */
  static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3])(:[0-5]\\d){2}");

  private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int NANOS = 1_000_000_000;
  private static final int HALF = NANOS / 2;

  private Times() {}

  /** Two digits everywhere, no two parts alike, and less than half a second gone. */
  static LocalTime early(Chance chance) {
    return LocalTime.of(
        13 + chance.below(3), 20 + chance.below(4), 40 + chance.below(5), 250_000_000);
  }

  /** The same, and no part as in the early one. */
  static LocalTime late(Chance chance) {
    return early(chance).plusHours(4).plusMinutes(10).plusSeconds(10);
  }

  /** Where the numbers begin, end, and have one digit or two; and any others. */
  static List<LocalTime> ofTheDay(Chance chance) {
    int digit = 1 + chance.below(8);
    return List.of(
        LocalTime.MIDNIGHT,
        LocalTime.NOON,
        LocalTime.MAX,
        LocalTime.of(digit, 9 - digit, digit, HALF),
        LocalTime.of(9, 9, 9),
        LocalTime.of(10, 10, 10),
        LocalTime.of(0, chance.below(60), chance.below(60), chance.below(NANOS)),
        LocalTime.of(chance.below(24), chance.below(60)),
        chance.time().plusNanos(chance.below(NANOS)),
        chance.time().plusNanos(HALF + chance.below(HALF)));
  }

  /** With fewer digits that are not zero. */
  static Stream<LocalTime> simpler(LocalTime time) {
    return Stream.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(0, 0, 0, HALF),
            LocalTime.of(1, 0),
            LocalTime.NOON,
            time.withNano(0),
            time.withNano(HALF),
            time.withSecond(0),
            time.withMinute(0),
            time.withHour(0),
            time.withHour(12))
        .filter(one -> digits(one) < digits(time));
  }

  private static long digits(LocalTime time) {
    return time.toString().chars().filter(sign -> sign >= '1' && sign <= '9').count();
  }

  /** As the server has to send it. */
  static String onTheWire(LocalTime time) {
    return WIRE.format(time);
  }
}
