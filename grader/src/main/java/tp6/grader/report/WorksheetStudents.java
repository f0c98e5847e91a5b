package tp6.grader.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tp6.grader.run.Result;

/** Finds the row of a submission: by Moodle's own number, else by e-mail address, else by name. */
final class WorksheetStudents {
  /** What Moodle calls a submission when all are downloaded. */
  private static final Pattern DOWNLOADED = Pattern.compile(".*_(\\d+)_assignsubmission_.*");

  private final List<WorksheetRow> rows;

  WorksheetStudents(List<WorksheetRow> rows) {
    this.rows = rows;
  }

  Optional<WorksheetRow> find(Result result) {
    return Stream.of(identifierOf(result), emailOf(result), nameOf(result))
        .flatMap(isRow -> only(isRow).stream())
        .findFirst();
  }

  /** Moodle's number in the name of a downloaded folder; empty where it is none. */
  static String downloaded(Result result) {
    Matcher downloaded = DOWNLOADED.matcher(result.id());
    return downloaded.matches() ? downloaded.group(1) : "";
  }

  private static Predicate<WorksheetRow> identifierOf(Result result) {
    String number = downloaded(result).isEmpty() ? result.id() : downloaded(result);
    return row ->
        !number.isEmpty()
            && (number.equals(row.identifierDigits())
                || number.equals(row.value(WorksheetColumn.IDENTIFIER)));
  }

  private static Predicate<WorksheetRow> emailOf(Result result) {
    return row ->
        !result.email().isEmpty()
            && result.email().equalsIgnoreCase(row.value(WorksheetColumn.EMAIL));
  }

  private static Predicate<WorksheetRow> nameOf(Result result) {
    return row -> !result.name().isEmpty() && result.name().equals(row.value(WorksheetColumn.NAME));
  }

  /** Nothing where there are several: a grade in a wrong row is worse than none. */
  private Optional<WorksheetRow> only(Predicate<WorksheetRow> isRow) {
    List<WorksheetRow> found = rows.stream().filter(isRow).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
