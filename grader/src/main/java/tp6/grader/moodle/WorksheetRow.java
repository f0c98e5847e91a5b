package tp6.grader.moodle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tp6.grader.course.Course;

/**
 * A student in a worksheet of Moodle's.
 *
 * @param number of the row, as a spreadsheet counts
 * @param cells which can be filled
 * @param places of the columns that the grader knows
 */
record WorksheetRow(int number, List<String> cells, Map<WorksheetColumn, Integer> places) {
  private static final BigDecimal USUAL_MAXIMUM = BigDecimal.valueOf(20);
  private static final Pattern DIGITS = Pattern.compile("\\d+$");

  /** How the feedback of an earlier run begins, as it was written or as Moodle gives it back. */
  private static final Pattern OURS =
      Pattern.compile(
          "(?:<[^>]*>|\\s)*(?:"
              + Course.all().stream().map(Course::module).collect(Collectors.joining("|"))
              + ") [\\d-]+/\\d+");

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?");

  boolean isStudent() {
    return WorksheetColumn.NEEDED.stream().allMatch(this::has);
  }

  private boolean has(WorksheetColumn column) {
    return places.getOrDefault(column, cells.size()) < cells.size();
  }

  String value(WorksheetColumn column) {
    return has(column) ? cells.get(places.get(column)).strip() : "";
  }

  /** Puts something into a cell, if there is one. */
  void fill(WorksheetColumn column, String value) {
    if (has(column)) {
      cells.set(places.get(column), value);
    }
  }

  /** Of {@code Participant 900110}, whatever the word. */
  String identifierDigits() {
    Matcher digits = DIGITS.matcher(value(WorksheetColumn.IDENTIFIER));
    return digits.find() ? digits.group() : "";
  }

  /** The best grade; empty where grades are no numbers here. */
  Optional<BigDecimal> maximum() {
    if (!has(WorksheetColumn.MAXIMUM) && !has(WorksheetColumn.SCALE)) {
      return Optional.of(USUAL_MAXIMUM);
    }
    String maximum = value(WorksheetColumn.MAXIMUM);
    return DECIMAL.matcher(maximum).matches()
        ? Optional.of(new BigDecimal(maximum.replace(',', '.')))
        : Optional.empty();
  }

  /** Whether Moodle would pass over a new grade. */
  boolean isLocked() {
    return value(WorksheetColumn.CHANGEABLE).matches("(?i)non?|nein");
  }

  boolean hasGrade() {
    return value(WorksheetColumn.GRADE).matches(".*[\\p{L}\\p{N}].*");
  }

  /** Whether the grade is one that somebody has given by hand. */
  boolean isGradedByHand() {
    return hasGrade() && !OURS.matcher(value(WorksheetColumn.FEEDBACK)).lookingAt();
  }
}
