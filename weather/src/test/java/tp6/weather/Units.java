package tp6.weather;

import java.util.Locale;

/** The units that the service knows, by what a program asks for in {@code units}. */
enum Units {
  STANDARD("kelvin"),
  METRIC("celsius"),
  IMPERIAL("fahrenheit");

  private static final int ZERO_CELSIUS = 27315;

  private final String told;

  Units(String told) {
    this.told = told;
  }

  /** Those that are asked for; anything else is the standard. */
  static Units of(Asked asked) {
    String name = asked.value("units");
    for (Units units : values()) {
      if (units.name().toLowerCase(Locale.ROOT).equals(name)) {
        return units;
      }
    }
    return STANDARD;
  }

  /** What replies call it. */
  String told() {
    return told;
  }

  /** Hundredths of a kelvin, as hundredths of a degree in these units. */
  int of(int kelvin) {
    int celsius = kelvin - ZERO_CELSIUS;
    return switch (this) {
      case STANDARD -> kelvin;
      case METRIC -> celsius;
      case IMPERIAL -> Math.round(celsius * 1.8f) + 3200;
    };
  }
}
