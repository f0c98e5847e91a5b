package tp6.grader.moodle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tp6.grader.grade.Result;
import tp6.grader.submission.Download;

/**
 * Finds the rows of a submission: by e-mail address, else by Moodle's own number where the name
 * agrees, for numbers are others in another assignment, else by name; of a group, by its name, for
 * Moodle's number is then that of the group.
 */
public final class WorksheetStudents {
  private final List<WorksheetRow> rows;
  private final boolean isOfGroups;

  /** Whose submission it is, as far as that is known. */
  public record Who(String id, String name, String email) {
    static Who of(Result result) {
      return new Who(result.id(), result.name(), result.email());
    }

    private Optional<Download> download() {
      return Download.of(id);
    }

    /** What it is called, in a list and in Moodle's download. */
    private List<PersonName> names() {
      return Stream.of(name, download().map(Download::who).orElse(""))
          .map(PersonName::new)
          .filter(one -> !one.isEmpty())
          .toList();
    }
  }

  WorksheetStudents(List<WorksheetRow> rows) {
    this.rows = rows;
    this.isOfGroups = rows.stream().anyMatch(row -> !row.value(WorksheetColumn.GROUP).isEmpty());
  }

  /** One row, or of a group one for each of its members; none where it is not sure. */
  List<WorksheetRow> find(Who who) {
    if (isGroup(who)) {
      List<String> groups = groups(who);
      Optional<String> group =
          groups.stream()
              .filter(one -> one.equals(FileName.composed(who.download().get().who())))
              .findAny()
              .or(() -> groups.stream().filter(one -> groups.size() == 1).findAny());
      return rows.stream().filter(row -> group.equals(Optional.of(group(row)))).toList();
    }
    Predicate<WorksheetRow> hasNumber = hasNumber(who);
    return Stream.<Predicate<WorksheetRow>>of(
            row -> hasEmail(row, who),
            row -> hasNumber.test(row) && isSure(row, who),
            row -> hasName(row, who))
        .flatMap(isRow -> only(isRow).stream())
        .limit(1)
        .toList();
  }

  /** The groups whose folder it may be: what Moodle makes of their names can be the same. */
  List<String> groups(Who who) {
    if (!isGroup(who)) {
      return List.of();
    }
    String folder = FileName.of(who.download().get().who());
    return rows.stream()
        .map(WorksheetStudents::group)
        .filter(group -> !group.isEmpty() && FileName.of(group).equals(folder))
        .distinct()
        .toList();
  }

  /** The row that has the number of a submission, and not its name. */
  Optional<WorksheetRow> misnamed(Who who) {
    return isGroup(who) ? Optional.empty() : only(hasNumber(who)).filter(row -> !isSure(row, who));
  }

  /** Whether there are two names to compare. */
  static boolean areNamed(WorksheetRow row, Who who) {
    return !name(row).isEmpty() && !who.names().isEmpty();
  }

  private boolean isGroup(Who who) {
    return isOfGroups && who.download().isPresent();
  }

  private static String group(WorksheetRow row) {
    return FileName.composed(row.value(WorksheetColumn.GROUP));
  }

  private static PersonName name(WorksheetRow row) {
    return new PersonName(row.value(WorksheetColumn.NAME));
  }

  private static boolean hasEmail(WorksheetRow row, Who who) {
    return !who.email().isEmpty() && who.email().equalsIgnoreCase(row.value(WorksheetColumn.EMAIL));
  }

  private static Predicate<WorksheetRow> hasNumber(Who who) {
    String number = who.download().map(Download::number).orElse(who.id());
    return row ->
        !number.isEmpty()
            && (number.equals(row.identifierDigits())
                || number.equals(row.value(WorksheetColumn.IDENTIFIER)));
  }

  /** Whether a number is enough: with the name, or where Moodle or a list has told no more. */
  private static boolean isSure(WorksheetRow row, Who who) {
    boolean isAlone =
        who.download().isPresent()
            ? name(row).isEmpty()
            : who.names().isEmpty() && who.email().isEmpty();
    return isAlone || areNamed(row, who) && who.names().stream().allMatch(name(row)::agreesWith);
  }

  /** In a list the name is as it was typed; in a download, as Moodle made it fit for a file. */
  private static boolean hasName(WorksheetRow row, Who who) {
    return who.name().isEmpty()
        ? who.names().stream().anyMatch(name(row)::isSameAs)
        : FileName.composed(who.name()).equals(FileName.composed(name(row).text()));
  }

  /** Nothing where there are several: a grade in a wrong row is worse than none. */
  private Optional<WorksheetRow> only(Predicate<WorksheetRow> isRow) {
    List<WorksheetRow> found = rows.stream().filter(isRow).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
