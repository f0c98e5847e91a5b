package tp6.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tp6.grader.report.Cells.Cell;

class CellsTest {
  private final Random random = new Random(1);

  @Test
  void findsWhereCellsStand() {
    String text = "\uFEFFa;\"b \"\"c\"\"\";\r\n\n;d";

    assertThat(Cells.of(text, ';'))
        .containsExactly(
            List.of(
                new Cell(1, 2, "a", false),
                new Cell(3, 12, "b \"c\"", true),
                new Cell(13, 13, "", false)),
            List.of(new Cell(15, 15, "", false)),
            List.of(new Cell(16, 16, "", false), new Cell(17, 18, "d", false)));
  }

  @Test
  void readsAsOthersDo() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      String text = table();
      try (CsvReader<CsvRecord> csv = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
        assertThat(values(text))
            .as(text)
            .isEqualTo(csv.stream().map(CsvRecord::getFields).toList());
      }
    }
  }

  @Test
  void takesAnyValueInItsPlace() {
    for (int i = 0; i < 2_000; i++) {
      String text = table();
      List<Cell> cells = Cells.of(text, ',').stream().flatMap(List::stream).toList();
      Cell cell = cells.get(random.nextInt(cells.size()));
      String value = value();

      String changed =
          text.substring(0, cell.from()) + cell.with(value, ',') + text.substring(cell.to());

      assertThat(changed.substring(0, cell.from())).isEqualTo(text.substring(0, cell.from()));
      assertThat(changed).endsWith(text.substring(cell.to()));
      assertThat(values(changed).stream().flatMap(List::stream)).contains(value);
    }
  }

  private static List<List<String>> values(String text) {
    return Cells.of(text, ',').stream().map(row -> row.stream().map(Cell::value).toList()).toList();
  }

  /** Rows of three cells, quoted or not, with one kind of line end or another. */
  private String table() {
    String end = List.of("\n", "\r\n").get(random.nextInt(2));
    String rows =
        IntStream.range(0, 3)
            .mapToObj(
                row ->
                    IntStream.range(0, 3)
                        .mapToObj(
                            column -> new Cell(0, 0, "", random.nextBoolean()).with(value(), ','))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining(end));
    return random.nextBoolean() ? rows + end : rows;
  }

  private String value() {
    String letters = "ab, \";\r\n'é";
    StringWriter value = new StringWriter();
    random
        .ints(random.nextInt(6), 0, letters.length())
        .forEach(at -> value.append(letters.charAt(at)));
    return value.toString();
  }
}
