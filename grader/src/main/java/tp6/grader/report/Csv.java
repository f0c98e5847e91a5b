package tp6.grader.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tp6.grader.text.Plain;
import tp6.grader.text.TextFile;
import tp6.stage.text.Visible;

/** Tables as CSV, in which nothing that a student has written is a formula. */
public final class Csv {
  private static final String FORMULA = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
  private static final Pattern UNSAFE_START =
      Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}\"]*" + FORMULA);

  /** Where a spreadsheet that expects another separator would begin a cell. */
  private static final Pattern UNSAFE_PART =
      Pattern.compile("([,;][\\s\\p{Z}\"]*)(?=" + FORMULA + ")");

  private Csv() {}

  /** A cell for text: one line, and never a formula, which quoting alone does not prevent. */
  public static String text(String foreign) {
    return safe(foreign, Visible.line(foreign));
  }

  /** The same, however long it is. */
  public static String whole(String foreign) {
    return safe(foreign, Plain.text(foreign).replace("\n", "\\n"));
  }

  private static String safe(String foreign, String line) {
    String safe = UNSAFE_PART.matcher(line).replaceAll("$1'");
    return UNSAFE_START.matcher(foreign).lookingAt() ? "'" + safe : safe;
  }

  public static void write(Path file, List<List<String>> rows) throws IOException {
    write(file, "", ',', rows);
  }

  /** As a spreadsheet takes it where the comma is in the numbers. */
  public static void writeWithSemicolons(Path file, List<List<String>> rows) throws IOException {
    write(file, "\uFEFF", ';', rows);
  }

  private static void write(Path file, String start, char separator, List<List<String>> rows)
      throws IOException {
    TextFile.write(file, start + write(separator, rows));
  }

  public static String write(char separator, List<List<String>> rows) {
    return write(separator, rows, value -> false);
  }

  /**
   * The same, with quotes that are not needed.
   *
   * @param quoted which cells have them all the same
   */
  public static String write(char separator, List<List<String>> rows, Predicate<String> quoted) {
    QuoteStrategy quotes =
        new QuoteStrategy() {
          @Override
          public boolean quoteValue(int line, int field, String value) {
            return quoted.test(value);
          }
        };
    StringWriter out = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(quotes)
            .fieldSeparator(separator)
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(out);
    rows.forEach(csv::writeRecord);
    return out.toString();
  }
}
