package tp6.grader.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.course.Course;
import tp6.grader.report.Cells.Cell;

/**
 * A student in a worksheet of Moodle's.
 *
 * @param number of the row, as a spreadsheet counts
 * @param cells those that the grader knows, as far as the row has them
 */
record WorksheetRow(int number, Map<WorksheetColumn, Cell> cells) {
  private static final BigDecimal USUAL_MAXIMUM = BigDecimal.valueOf(20);
  private static final Pattern DIGITS = Pattern.compile("\\d+$");

  /** How the feedback of an earlier run begins, as it was written or as Moodle gives it back. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?:<[^>]*>|\\s)*(?:"
              + Stream.of(Course.values()).map(Course::module).collect(Collectors.joining("|"))
              + ") [\\d-]+/\\d+");

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?");

  static WorksheetRow of(int number, List<Cell> row, Map<WorksheetColumn, Integer> places) {
    Map<WorksheetColumn, Cell> cells = new EnumMap<>(WorksheetColumn.class);
    places.forEach(
        (column, place) -> {
          if (place < row.size()) {
            cells.put(column, row.get(place));
          }
        });
    return new WorksheetRow(number, cells);
  }

  boolean isStudent() {
    return cells.keySet().containsAll(WorksheetColumn.NEEDED);
  }

  String value(WorksheetColumn column) {
    return find(column).map(cell -> cell.value().strip()).orElse("");
  }

  Optional<Cell> find(WorksheetColumn column) {
    return Optional.ofNullable(cells.get(column));
  }

  /** Of {@code Participant 900110}, whatever the word. */
  String identifierDigits() {
    Matcher digits = DIGITS.matcher(value(WorksheetColumn.IDENTIFIER));
    return digits.find() ? digits.group() : "";
  }

  /** The best grade; empty where grades are no numbers here. */
  Optional<BigDecimal> maximum() {
    if (find(WorksheetColumn.MAXIMUM).isEmpty() && find(WorksheetColumn.SCALE).isEmpty()) {
      return Optional.of(USUAL_MAXIMUM);
    }
    String maximum = value(WorksheetColumn.MAXIMUM);
    return DECIMAL.matcher(maximum).matches()
        ? Optional.of(new BigDecimal(maximum.replace(',', '.')))
        : Optional.empty();
  }

  /** Whether Moodle would pass over a new grade. */
  boolean isLocked() {
    return value(WorksheetColumn.CHANGEABLE).matches("(?i)non?");
  }

  boolean hasGrade() {
    return value(WorksheetColumn.GRADE).matches(".*[\\p{L}\\p{N}].*");
  }

  /** Whether the grade is one that somebody has given by hand. */
  boolean isGradedByHand() {
    return hasGrade() && !OURS.matcher(value(WorksheetColumn.FEEDBACK)).lookingAt();
  }
}
