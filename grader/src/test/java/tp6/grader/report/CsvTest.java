package tp6.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CsvTest {
  static final List<String> NAMES = Nasty.NAMES;

  private static final Pattern FORMULA = Pattern.compile("(?s)[\\p{Z}\\s\"]*[=+\\-@＝＋－＠].*");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '´',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "=1+1,'=1+1",
        "@SUM(A1),'@SUM(A1)",
        "-2+3,'-2+3",
        "+33,'+33",
        "  =1,'  =1",
        "a;=1,a;'=1",
        "Zoé O'Connor,Zoé O'Connor",
        "alice-x@example.org,alice-x@example.org",
      })
  void isNoFormula(String foreign, String text) {
    assertThat(Csv.text(foreign)).isEqualTo(text);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void isNoFormulaWhateverTheName(String name) {
    assertSafe(Csv.text(name));
  }

  @Test
  void isNoFormulaWhateverTheLetters() {
    Random random = new Random(1);
    String letters = "=+-@\t\r\n \u00A0\u200B\"',;a1＝\u0000";
    for (int i = 0; i < 20_000; i++) {
      assertSafe(
          Csv.text(
              random
                  .ints(random.nextInt(8), 0, letters.length())
                  .mapToObj(at -> letters.substring(at, at + 1))
                  .collect(Collectors.joining())));
    }
  }

  /** Not as a cell, nor as what another separator makes of it. */
  private static void assertSafe(String cell) {
    assertThat(cell).matches("\\P{C}*");
    for (String part : cell.split("[,;]", -1)) {
      assertThat(part).doesNotMatch(FORMULA);
    }
  }

  @Test
  void isReadBackAsItWasWritten() throws IOException {
    List<List<String>> rows =
        NAMES.stream().map(name -> List.of("1", Csv.text(name), Csv.text(name))).toList();

    Csv.write(folder.resolve("commas.csv"), rows);
    Csv.writeWithSemicolons(folder.resolve("semicolons.csv"), rows);

    assertThat(read("commas.csv", ',')).isEqualTo(rows);
    assertThat(read("semicolons.csv", ';')).isEqualTo(rows);
    assertThat(Files.readString(folder.resolve("semicolons.csv"), UTF_8)).startsWith("\uFEFF1;");
  }

  private List<List<String>> read(String name, char separator) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .detectBomHeader(true)
            .ofCsvRecord(folder.resolve(name))) {
      return csv.stream().map(CsvRecord::getFields).toList();
    }
  }
}
