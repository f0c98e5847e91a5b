package tp6.stage.setting;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tp6.stage.text.Words;

/**
 * What can be set for a run, by {@code -D} or as parameters of JUnit's launcher.
 *
 * @param language of everything a student reads ({@code lang}: en or fr)
 * @param seed from which the values in the tests are drawn ({@code seed})
 * @param only the stage asked for, run with those it needs ({@code stage})
 * @param limit for an exercise as a whole, by the clock on the wall, after which no further stage
 *     is judged: far more than any program needs, unless the computer has no time for it ({@code
 *     limit}, in seconds)
 * @param sameJvm whether the student's program shares the JVM of the tests, as breakpoints need it
 *     ({@code tp6.jvm}: child or same; child where Maven runs the tests)
 * @param again the command that repeats a stage, with {@code %s} for exercise and stage ({@code
 *     tp6.again})
 */
public record Settings(
    Locale language, String seed, OptionalInt only, Duration limit, boolean sameJvm, String again) {

  /** As a student repeats a stage at home. */
  public static final String AGAIN = "mvn -pl %s test -Dstage=%s";

  /**
   * For an exercise, where nobody has asked for another limit: more than all of its stages take
   * together where a program uses up the time for each.
   */
  public static final int LIMIT_SECONDS = 1800;

  /** One for all that run in this JVM, so that the tests and their report agree. */
  private static final String DRAWN = Seed.drawn();

  /**
   * Reads the settings, with defaults for what is not set.
   *
   * @throws WrongSetting where a value makes no sense
   */
  public static Settings of(Function<String, Optional<String>> parameters) {
    Function<String, Optional<String>> given =
        name -> parameters.apply(name).filter(value -> !value.isBlank());
    String language =
        given.apply("lang").orElse(Locale.getDefault().getLanguage().equals("fr") ? "fr" : "en");
    if (!language.equals("en") && !language.equals("fr")) {
      throw new WrongSetting(
          "-Dlang takes en or fr, not %1$s / -Dlang vaut en ou fr, pas %1$s".formatted(language));
    }
    Locale locale = language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
    String jvm = given.apply("tp6.jvm").orElse(runsUnderMaven() ? "child" : "same");
    if (!jvm.equals("child") && !jvm.equals("same")) {
      throw new WrongSetting(Words.of(locale).say("wrong.jvm", jvm));
    }
    return new Settings(
        locale,
        given.apply("seed").map(seed -> seed(seed, locale)).orElse(DRAWN),
        given
            .apply("stage")
            .map(stage -> OptionalInt.of((int) number("stage", stage, locale)))
            .orElse(OptionalInt.empty()),
        given
            .apply("limit")
            .map(limit -> Duration.ofSeconds(number("limit", limit, locale)))
            .orElse(Duration.ofSeconds(LIMIT_SECONDS)),
        jvm.equals("same"),
        given.apply("tp6.again").orElse(AGAIN));
  }

  private static boolean runsUnderMaven() {
    return System.getProperty("surefire.real.class.path") != null
        || System.getProperty("surefire.test.class.path") != null;
  }

  private static String seed(String text, Locale language) {
    return Seed.typed(text)
        .orElseThrow(() -> new WrongSetting(Words.of(language).say("wrong.seed", text)));
  }

  private static long number(String name, String text, Locale language) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new WrongSetting(Words.of(language).say("wrong.number", name, text));
    }
  }
}
