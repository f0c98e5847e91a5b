package tp6.grader.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table as spreadsheets write it: in their encodings, with the separators of their countries. */
public final class Spreadsheet {
  private static final Charset OF_WINDOWS = Charset.forName("windows-1252");
  private static final String MARK = "\uFEFF";

  /** A blank of a web page is copied along, which nobody sees. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s\\h\\u200B\\uFEFF]++|(?<![\\s\\h\\u200B\\uFEFF])[\\s\\h\\u200B\\uFEFF]++$");

  /** What Excel reads, and some write for it: which separator the lines below have. */
  private static final Pattern TOLD = Pattern.compile("(?i)\"?sep=([,;\\t])[\",;\\t ]*(?=\\R|\\z)");

  private Spreadsheet() {}

  /**
   * A line that is not blank.
   *
   * @param number in the file, from 1
   * @param cells without the blanks around them
   */
  public record Line(long number, List<String> cells) {
    /** The cell of a column, from 0; empty where there is none. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /**
   * Reads a table.
   *
   * @throws de.siegmar.fastcsv.reader.CsvParseException where a quote has no end
   */
  public static List<Line> read(Path file) throws IOException {
    String all = text(Files.readAllBytes(file));
    Matcher told = TOLD.matcher(all);
    boolean isTold = told.lookingAt();
    // The line stays, empty, so that the numbers of the others are those of the file.
    String text = isTold ? all.substring(told.end()) : all;
    String first = isTold ? told.group(1) : text.lines().findFirst().orElse("");
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(first))
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      return records.stream()
          .map(one -> new Line(one.getStartingLineNumber(), stripped(one)))
          .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty()))
          .toList();
    }
  }

  private static List<String> stripped(CsvRecord line) {
    return line.getFields().stream().map(cell -> AROUND.matcher(cell).replaceAll("")).toList();
  }

  /** UTF-16 where its mark stands first, and else UTF-8. */
  public static Charset charset(byte[] bytes) {
    boolean isWide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return isWide ? UTF_16 : UTF_8;
  }

  private static String text(byte[] bytes) {
    try {
      String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, OF_WINDOWS);
    }
  }

  /** The one that the first line has. */
  private static char separator(String line) {
    return Stream.of('\t', ';').filter(one -> line.indexOf(one) >= 0).findFirst().orElse(',');
  }
}
