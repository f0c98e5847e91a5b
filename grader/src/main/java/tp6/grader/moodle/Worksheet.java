package tp6.grader.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tp6.grader.moodle.WorksheetColumn.Site;
import tp6.grader.report.Csv;
import tp6.grader.submission.Refused;
import tp6.grader.text.Spreadsheet;
import tp6.stage.text.Visible;

/**
 * A grading worksheet as Moodle offers it for download, and takes it back with grades in it.
 *
 * @param name of the file
 * @param text as it was read
 * @param start what stands before the first cell: a byte order mark, or nothing
 * @param site whose language the titles are in
 * @param rows the cells, which are filled in their places; the first row has the titles
 */
public record Worksheet(
    String name, String text, String start, char separator, Site site, List<List<String>> rows) {
  private static final String MARK = "\uFEFF";
  private static final List<String> NOTHING = List.of("");

  /**
   * Reads a worksheet, in whichever language and with whichever separator.
   *
   * @throws IOException where it is none
   */
  public static Worksheet read(Path file) throws IOException {
    String name = Visible.line(file.getFileName().toString());
    String text = text(file, name);
    String start = text.startsWith(MARK) ? MARK : "";
    for (char separator : new char[] {',', ';', '\t'}) {
      List<List<String>> rows = rows(text.substring(start.length()), separator);
      Optional<Site> site = rows.stream().findFirst().flatMap(Site::of);
      if (site.isPresent()) {
        return new Worksheet(name, text, start, separator, site.get(), rows);
      }
    }
    throw Refused.because("worksheet.columns", name);
  }

  /** What a spreadsheet has written in UTF-16 goes back in UTF-8, which Moodle takes. */
  private static String text(Path file, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Charset charset = Spreadsheet.charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return charset.equals(UTF_8) ? text : MARK + text;
    } catch (CharacterCodingException e) {
      throw Refused.because("worksheet.utf8", name);
    }
  }

  /** None where it is no table with that separator. */
  private static List<List<String>> rows(String text, char separator) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      records.forEach(one -> rows.add(new ArrayList<>(one.getFields())));
      return rows;
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  /** Those that have a student. */
  List<WorksheetRow> students() {
    Map<WorksheetColumn, Integer> places = WorksheetColumn.in(rows.get(0), site);
    return IntStream.range(1, rows.size())
        .mapToObj(i -> new WorksheetRow(i + 1, rows.get(i), places))
        .filter(WorksheetRow::isStudent)
        .toList();
  }

  /** The table as it is by now; cells that had quotes have them still. */
  String filled() {
    List<List<String>> lines = rows.stream().filter(row -> !row.equals(NOTHING)).toList();
    return start + Csv.write(separator, lines, value -> text.contains('"' + value + '"'));
  }
}
