package tp6.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tp6.grader.report.Cells.Cell;
import tp6.stage.Visible;

/**
 * A grading worksheet as Moodle offers it for download, and takes it back with grades in it.
 *
 * @param name of the file
 * @param isFrench whether it comes from a French site
 */
record Worksheet(
    String name, String text, char separator, boolean isFrench, List<WorksheetRow> students) {

  /**
   * Reads a worksheet, in whichever language and with whichever separator.
   *
   * @throws IOException where it is none
   */
  static Worksheet read(Path file) throws IOException {
    String name = Visible.line(file.getFileName().toString());
    String text = text(file, name);
    for (char separator : new char[] {',', ';', '\t'}) {
      List<List<Cell>> rows = Cells.of(text, separator);
      if (!rows.isEmpty() && WorksheetColumn.areIn(rows.get(0))) {
        boolean isFrench = WorksheetColumn.areFrench(rows.get(0));
        return new Worksheet(name, text, separator, isFrench, students(rows));
      }
    }
    throw new IOException(
        "%s is no grading worksheet of Moodle's: no columns %s; download it with Moodle in English or French"
            .formatted(name, "Identifier and Grade, or Identifiant and Note"));
  }

  private static String text(Path file, String name) throws IOException {
    try {
      return Files.readString(file, UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(name + " is not UTF-8: take it as Moodle gives it", e);
    }
  }

  private static List<WorksheetRow> students(List<List<Cell>> rows) {
    Map<WorksheetColumn, Integer> places = WorksheetColumn.in(rows.get(0));
    List<WorksheetRow> students = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      WorksheetRow row = WorksheetRow.of(i + 1, rows.get(i), places);
      if (row.isStudent()) {
        students.add(row);
      }
    }
    return students;
  }

  /** The text with new values in some cells, and every other byte as it is. */
  String with(Map<Cell, String> values) {
    StringBuilder filled = new StringBuilder(text);
    values.entrySet().stream()
        .sorted(Comparator.comparing(value -> -value.getKey().from()))
        .forEach(
            value -> {
              Cell cell = value.getKey();
              filled.replace(cell.from(), cell.to(), cell.with(value.getValue(), separator));
            });
    return filled.toString();
  }
}
