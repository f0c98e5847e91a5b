package tp6.grader.marking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.submission.Refused;
import tp6.grader.text.Reason;
import tp6.stage.text.Visible;

/** The two files that say how marks are made: rules for all, and decisions for some. */
public final class MarkingFiles {
  private static final String RULES = "marking.properties";
  private static final String DECISIONS = "marking.csv";
  private static final String DUE = "late.due";

  private MarkingFiles() {}

  /**
   * Reads those that are named, or else those that are kept in the folder of the grades.
   *
   * @param ids of the class
   * @throws Refused where one of them says something that cannot be done
   */
  public static Marking read(List<Path> named, Path out, Set<String> ids) throws IOException {
    Optional<Path> rules = find(named, out.resolve(RULES), false);
    Optional<Path> decisions = find(named, out.resolve(DECISIONS), true);
    Scale scale = rules.isPresent() ? scale(rules.get()) : Scale.USUAL;
    return new Marking(
        scale, decisions.isPresent() ? decisions(decisions.get(), ids, scale) : List.of());
  }

  private static Optional<Path> find(List<Path> named, Path kept, boolean isTable) throws Refused {
    for (Path file : named) {
      if (!Files.isRegularFile(file)) {
        throw Refused.because("no.such", file);
      }
      if (isTable(file) == isTable) {
        return Optional.of(file);
      }
    }
    return Optional.of(kept).filter(Files::isRegularFile);
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".csv");
  }

  /** Keeps copies of those that are named in the folder of the grades. */
  public static void keep(List<Path> named, Path out) throws IOException {
    for (Path file : named) {
      Path kept = out.resolve(isTable(file) ? DECISIONS : RULES);
      if (!Files.exists(kept) || !Files.isSameFile(kept, file)) {
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Also for what a spreadsheet writes where the comma is in the numbers. */
  private static CsvReader.CsvReaderBuilder reader(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      boolean hasSemicolons = lines.findFirst().orElse("").contains(";");
      return CsvReader.builder()
          .fieldSeparator(hasSemicolons ? ';' : ',')
          .detectBomHeader(true)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    } catch (UncheckedIOException e) {
      throw Refused.because("not.utf8", file);
    }
  }

  private static List<Decision> decisions(Path file, Set<String> ids, Scale scale)
      throws IOException {
    List<Decision> decisions = new ArrayList<>();
    try (CsvReader<CsvRecord> lines = reader(file).ofCsvRecord(file)) {
      for (CsvRecord line : lines) {
        List<String> cells = line.getFields().stream().map(String::strip).toList();
        if (line.getStartingLineNumber() == 1 && cells.get(0).equals("id")) {
          continue;
        }
        String where = "%s:%d".formatted(file, line.getStartingLineNumber());
        if (cells.size() < 3) {
          throw wrong(where, "marking.cells");
        }
        if (!ids.contains(cells.get(0))) {
          throw wrong(where, "marking.nobody", Visible.line(cells.get(0)));
        }
        String about = cells.get(1);
        boolean isKnown =
            Set.of(Decision.MARK, Decision.LATE).contains(about) || Course.named(about).isPresent();
        if (!isKnown) {
          throw wrong(where, "marking.about", Visible.line(about));
        }
        BigDecimal value = number(where, cells.get(2));
        Optional<BigDecimal> most =
            about.equals(Decision.MARK)
                ? Optional.of(scale.best())
                : Course.named(about).map(scale::points);
        if (most.isPresent() && value.compareTo(most.get()) > 0) {
          throw wrong(where, "marking.most", Mark.plain(most.get()), Mark.plain(value));
        }
        String comment = cells.size() > 3 ? Visible.line(cells.get(3)) : "";
        decisions.add(new Decision(cells.get(0), about, value, comment));
      }
    } catch (RuntimeException e) {
      throw Refused.because("marking.table", file);
    }
    return decisions;
  }

  static Scale scale(Path file) throws IOException {
    Properties rules = new Properties();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      rules.load(in);
    } catch (IllegalArgumentException e) {
      throw Refused.because("marking.unreadable", file);
    }
    Map<String, BigDecimal> numbers = new HashMap<>();
    Optional<ZonedDateTime> due = Optional.empty();
    for (String name : rules.stringPropertyNames()) {
      String where = "%s, %s".formatted(file, Visible.line(name));
      if (name.equals(DUE)) {
        due = Optional.of(date(where, rules.getProperty(name)));
        continue;
      }
      if (!Scale.isRule(name)) {
        throw wrong(where, "marking.rule");
      }
      BigDecimal value = number(where, rules.getProperty(name));
      if (name.equals("best") && value.signum() == 0) {
        throw wrong(where, "marking.zero", value);
      }
      numbers.put(name, value);
    }
    Scale scale = new Scale(numbers, due);
    if (!scale.roundsTheBest()) {
      String best = Mark.plain(scale.best());
      throw wrong("%s, round".formatted(file), "marking.round", best, rules.getProperty("round"));
    }
    return scale;
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
      throw wrong(where, "marking.date", Visible.line(text));
    }
  }

  private static BigDecimal number(String where, String text) throws Refused {
    String plain = text.strip().replace(',', '.');
    if (!plain.matches("\\d{1,6}(\\.\\d{1,4})?")) {
      throw wrong(where, "marking.number", Visible.line(text));
    }
    return new BigDecimal(plain);
  }

  private static Refused wrong(String where, String key, Object... values) {
    return new Refused(Reason.of(key, values).at(where));
  }
}
