package tp6.grader.marking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import tp6.grader.submission.Refused;
import tp6.stage.text.Visible;

/** Reads the rules for all marks, {@code name = value} each. */
final class ScaleRules {
  private static final String DUE = "late.due";

  private ScaleRules() {}

  /**
   * Reads the rules in a file.
   *
   * @throws Refused where one of them is none, or cannot be followed
   */
  static Scale read(Path file) throws IOException {
    Map<String, BigDecimal> numbers = new HashMap<>();
    Optional<ZonedDateTime> due = Optional.empty();
    Properties rules = properties(file);
    for (String name : rules.stringPropertyNames()) {
      String where = "%s, %s".formatted(file, Visible.line(name));
      String text = rules.getProperty(name);
      if (name.equals(DUE)) {
        due = Optional.of(date(where, text));
      } else {
        numbers.put(name, number(where, name, text));
      }
    }
    Scale scale = new Scale(numbers, due);
    if (!scale.roundsTheBest()) {
      String best = Mark.plain(scale.best());
      throw Refused.at(
          "%s, round".formatted(file), "marking.round", best, rules.getProperty("round"));
    }
    return scale;
  }

  private static Properties properties(Path file) throws IOException {
    Properties rules = new Properties();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      rules.load(in);
      return rules;
    } catch (IllegalArgumentException e) {
      throw Refused.because("marking.unreadable", file);
    }
  }

  private static BigDecimal number(String where, String name, String text) throws Refused {
    if (!Scale.isRule(name)) {
      throw Refused.at(where, "marking.rule");
    }
    BigDecimal value = Amount.of(text, where);
    if (name.equals("best") && value.signum() == 0) {
      throw Refused.at(where, "marking.zero", value);
    }
    return value;
  }

  /** In the time zone that it names, or else in that of this computer. */
  private static ZonedDateTime date(String where, String text) throws Refused {
    try {
      TemporalAccessor date =
          ISO_DATE_TIME.parseBest(
              text.strip().replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
      return date instanceof LocalDateTime local
          ? local.atZone(ZoneId.systemDefault())
          : ZonedDateTime.from(date);
    } catch (DateTimeException e) {
      throw Refused.at(where, "marking.date", Visible.line(text));
    }
  }
}
