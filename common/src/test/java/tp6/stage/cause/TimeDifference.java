package tp6.stage.cause;

import static tp6.stage.cause.Diagnosis.Rule.rule;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.stage.cause.Diagnosis.Rule;

/** A time of day that is told in another way than it should be, or another time. */
final class TimeDifference {
  private static final Pattern EXPECTED = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>\\d{1,2})[:hH.-](?<minute>\\d{1,2})(?:[:mM.-](?<second>\\d{1,2}))?"
              + "(?<fraction>[.,]\\d+)?(?<half>\\s?[AaPp]\\.?[Mm]\\.?)?");
  private static final int DAY = 24 * 60;
  private static final int ZONE_STEP = 15;

  private static final List<Rule<TimeDifference>> RULES =
      List.of(
          rule("time.fraction", time -> time.fraction),
          rule("time.seconds", time -> time.second < 0),
          rule("time.kk", time -> time.hour == 24 && time.expected.getHour() == 0),
          rule("time.twelve", TimeDifference::isOfTwelveHours),
          rule("time.colons", time -> time.isTheSameTime() && !time.colons),
          rule("time.digits", TimeDifference::isTheSameTime),
          rule("time.month", time -> time.hoursOff() == 0 && time.isJanuary()),
          rule("time.zone", TimeDifference::isOfAnotherZone, TimeDifference::distance),
          rule("time.rounded", TimeDifference::isOneSecondLate),
          rule("time.order", TimeDifference::hasTheSameNumbers),
          rule("time.second", time -> time.hoursOff() == 0 && time.minutesOff() == 0),
          rule("time.other", time -> true));

  private final LocalTime expected;
  private final int hour;
  private final int minute;
  private final int second;
  private final boolean fraction;
  private final boolean half;
  private final boolean colons;

  private TimeDifference(LocalTime expected, Matcher received) {
    this.expected = expected;
    this.hour = Integer.parseInt(received.group("hour"));
    this.minute = Integer.parseInt(received.group("minute"));
    String seconds = received.group("second");
    this.second = seconds == null ? -1 : Integer.parseInt(seconds);
    this.fraction = received.group("fraction") != null;
    this.half = received.group("half") != null;
    this.colons = received.group().matches("\\d+:\\d+:\\d+");
  }

  /** Nothing where not both are times, or where they are the same. */
  static Optional<Diagnosis> find(Evidence failed) {
    String expected = failed.talk().expectedText();
    String text = failed.talk().receivedText().strip();
    Matcher received = TIME.matcher(text);
    if (!EXPECTED.matcher(expected).matches() || !received.matches() || text.equals(expected)) {
      return Optional.empty();
    }
    return Rule.first(RULES, new TimeDifference(LocalTime.parse(expected), received));
  }

  private boolean isTheSameTime() {
    return hour == expected.getHour() && isInTheSameSecond();
  }

  private boolean isInTheSameSecond() {
    return minute == expected.getMinute() && second == expected.getSecond();
  }

  /** From 12, 1, 2 to 11, or from 0 to 11, twice a day. */
  private boolean isOfTwelveHours() {
    boolean other = hour != expected.getHour() && hour % 12 == expected.getHour() % 12;
    return isInTheSameSecond() && (half || other && hour <= 12);
  }

  private boolean isJanuary() {
    return second == expected.getSecond() && minute == 1;
  }

  private boolean isOfAnotherZone() {
    return isATime() && second == expected.getSecond() && minutesOff() % ZONE_STEP == 0;
  }

  private boolean isOneSecondLate() {
    return isATime() && LocalTime.of(hour, minute, second).equals(expected.plusSeconds(1));
  }

  private boolean hasTheSameNumbers() {
    return sorted(hour, minute, second)
        .equals(sorted(expected.getHour(), expected.getMinute(), expected.getSecond()));
  }

  private static List<Integer> sorted(Integer... numbers) {
    return Stream.of(numbers).sorted().toList();
  }

  private boolean isATime() {
    return hour < 24 && minute < 60 && second < 60;
  }

  private int hoursOff() {
    return hour - expected.getHour();
  }

  /** The shorter way round, for what is 21 hours late may as well be 3 hours early. */
  private int minutesOff() {
    int off = Math.floorMod(hoursOff() * 60 + minute - expected.getMinute(), DAY);
    return Math.min(off, DAY - off);
  }

  private String distance() {
    Duration off = Duration.ofMinutes(minutesOff());
    int rest = off.toMinutesPart();
    return off.toHours() + " h" + (rest == 0 ? "" : " " + rest + " min");
  }
}
