package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;

/** The cells of a CSV text and where in it they stand, so that one can be changed in its place. */
final class Cells {
  private final String text;
  private final char separator;
  private int at;

  /** What a cell says, and where it stands, its quotation marks included. */
  record Cell(int from, int to, String value, boolean isQuoted) {
    /** As it stands in the text with another value: quoted where it was, or where it must be. */
    String with(String newValue, char separator) {
      boolean mustBe =
          newValue.chars().anyMatch(c -> c == separator || c == '"' || c == '\r' || c == '\n');
      return isQuoted || mustBe ? '"' + newValue.replace("\"", "\"\"") + '"' : newValue;
    }
  }

  private Cells(String text, char separator) {
    this.text = text;
    this.separator = separator;
    this.at = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /** Row by row; an empty line is a row with one empty cell. */
  static List<List<Cell>> of(String text, char separator) {
    return new Cells(text, separator).rows();
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    while (at < text.length()) {
      List<Cell> row = new ArrayList<>();
      row.add(cell());
      while (isAt(separator)) {
        at++;
        row.add(cell());
      }
      rows.add(row);
      skipLineEnd();
    }
    return rows;
  }

  private void skipLineEnd() {
    if (isAt('\r')) {
      at++;
    }
    if (isAt('\n')) {
      at++;
    }
  }

  private Cell cell() {
    int from = at;
    StringBuilder value = new StringBuilder();
    boolean isQuoted = isAt('"');
    if (isQuoted) {
      at++;
      readQuoted(value);
    }
    while (at < text.length() && !isAt(separator) && !isAt('\r') && !isAt('\n')) {
      value.append(text.charAt(at++));
    }
    return new Cell(from, at, value.toString(), isQuoted);
  }

  /** Up to the quotation mark that is not doubled. */
  private void readQuoted(StringBuilder value) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (!isAt('"')) {
          return;
        }
        at++;
      }
      value.append(c);
    }
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
