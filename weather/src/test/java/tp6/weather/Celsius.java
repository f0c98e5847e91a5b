package tp6.weather;

import java.util.List;
import java.util.Map;
import tp6.stage.setting.Chance;

/** A temperature in hundredths of a degree, as the sheet converts it. */
record Celsius(int hundredths) {
  private static final int ZERO_IN_KELVIN = 27316;

  /** Above and below zero, on either side of it, and none of them close to whole degrees. */
  static List<Celsius> drawn(Chance chance) {
    return List.of(
        new Celsius(577),
        new Celsius(1000 + ofTen(chance)),
        new Celsius(-20 - chance.below(60)),
        new Celsius(-1500 - ofTen(chance)));
  }

  private static int ofTen(Chance chance) {
    return 100 * chance.below(10) + 20 + chance.below(60);
  }

  /** In hundredths. */
  int kelvin() {
    return hundredths + ZERO_IN_KELVIN;
  }

  double number() {
    return hundredths / 100.0;
  }

  /** What is displayed in its place by mistake, and the hint for that. */
  Map<Double, String> mistakes() {
    double zero = ZERO_IN_KELVIN / 100.0;
    return Map.ofEntries(
        Map.entry(number() + zero, "kelvin"),
        Map.entry(number() - zero, "twice"),
        Map.entry(number() * 9 / 5 + 32, "fahrenheit"),
        Map.entry(number() - Reply.MIN / 100.0, "min"),
        Map.entry(number() + Reply.MAX / 100.0, "max"),
        Map.entry(Math.floor(number()), "whole"),
        Map.entry(Math.ceil(number()), "whole"),
        Map.entry(Math.floor(number() + zero) - zero, "whole"));
  }
}
