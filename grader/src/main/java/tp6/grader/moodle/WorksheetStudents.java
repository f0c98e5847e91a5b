package tp6.grader.moodle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.grade.Result;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Download;

/**
 * Finds the rows of a submission: by e-mail address, else by Moodle's number where the name agrees,
 * for another assignment has others, else by name, unless the numbers of the class are those of the
 * worksheet: then another number is somebody else's. Of a group, by its name, for Moodle's number
 * is then that of the group. Who is in no group is found alone beside those.
 */
public final class WorksheetStudents {
  /** What Moodle calls those who are in none, in the languages of the sites. */
  private static final Set<String> NO_GROUP =
      Set.of(
          "",
          "Default group",
          "Groupe par défaut",
          "Standard-Gruppe",
          "Grupo por defecto",
          "Gruppo di default");

  private final List<WorksheetRow> rows;
  private final Map<Integer, PersonName> names;
  private final boolean areNumbersOfClass;

  /** Whose submission it is, as far as that is known. */
  public record Who(String id, String name, String email) {
    public static Who of(Candidate candidate) {
      return new Who(candidate.id(), candidate.name(), candidate.email());
    }

    public static Who of(Result result) {
      return new Who(result.id(), result.name(), result.email());
    }

    Known known() {
      return Known.of(id, name, email);
    }
  }

  /**
   * Knows the rows, and who may have one.
   *
   * @param areNumbersOfClass whether that is known of a larger class, of which this is a part
   */
  WorksheetStudents(List<WorksheetRow> rows, List<Who> all, boolean areNumbersOfClass) {
    this.rows = rows;
    this.names =
        rows.stream()
            .collect(
                Collectors.toMap(
                    WorksheetRow::number, row -> PersonName.of(row.value(WorksheetColumn.NAME))));
    this.areNumbersOfClass =
        areNumbersOfClass || all.stream().map(Who::known).anyMatch(this::hasNumberAndName);
  }

  /** Those of a worksheet, for the results of a class or of a part of one. */
  static WorksheetStudents of(Path worksheet, List<Result> all, Absentees absentees)
      throws IOException {
    List<Who> everybody = all.stream().map(Who::of).toList();
    return new WorksheetStudents(
        Worksheet.read(worksheet).students(), everybody, absentees.areNumbersOfClass());
  }

  /** One row, or of a group one for each of its members; none where it is not sure. */
  List<WorksheetRow> find(Who who) {
    Known known = who.known();
    List<String> groups = groups(who);
    if (!groups.isEmpty()) {
      return groups.size() == 1
          ? rows.stream().filter(row -> group(row).equals(groups.get(0))).toList()
          : List.of();
    }
    return Stream.<Predicate<WorksheetRow>>of(
            row -> hasEmail(row, who),
            row -> hasNumber(row, known.number()) && isSure(row, known),
            row -> hasName(row, known) && !isNumberedOtherwise(row, known))
        .flatMap(isRow -> only(known, isRow).stream())
        .limit(1)
        .toList();
  }

  /** The row that has the name of a submission, and another number where numbers tell. */
  Optional<WorksheetRow> renumbered(Who who) {
    Known known = who.known();
    return only(known, row -> hasName(row, known) && isNumberedOtherwise(row, known));
  }

  /** Whether the numbers are those of the worksheet: somebody has both number and name. */
  boolean areNumbersOfClass() {
    return areNumbersOfClass;
  }

  private boolean hasNumberAndName(Known known) {
    return known.isNumbered()
        && only(known, row -> hasNumber(row, known.number()))
            .filter(row -> known.names().stream().anyMatch(name -> isNamed(row, name)))
            .isPresent();
  }

  /** Whether somebody else has the same name. */
  private boolean isNumberedOtherwise(WorksheetRow row, Known known) {
    return areNumbersOfClass
        && known.isNumbered()
        && !row.identifierDigits().isEmpty()
        && !hasNumber(row, known.number());
  }

  /** The groups whose folder it may be: what Moodle makes of their names can be the same. */
  List<String> groups(Who who) {
    Optional<Download> download = Download.of(who.id());
    if (download.isEmpty()) {
      return List.of();
    }
    String folder = FileName.of(download.get().who());
    return rows.stream()
        .map(WorksheetStudents::group)
        .filter(group -> !group.isEmpty() && FileName.of(group).equals(folder))
        .distinct()
        .toList();
  }

  /** The row that has the number of a submission, and not its name. */
  Optional<WorksheetRow> misnamed(Who who) {
    Known known = who.known();
    return only(known, row -> hasNumber(row, known.number())).filter(row -> !isSure(row, known));
  }

  /** Whether there are two names to compare. */
  boolean areNamed(WorksheetRow row, Who who) {
    return !name(row).isEmpty() && !who.known().names().isEmpty();
  }

  /** Whether a row can be that of a single student: the folder of a group has no member's name. */
  private static boolean isAlone(WorksheetRow row, Known known) {
    return known.download().isEmpty() || NO_GROUP.contains(group(row));
  }

  private static String group(WorksheetRow row) {
    return FileName.composed(row.value(WorksheetColumn.GROUP));
  }

  private PersonName name(WorksheetRow row) {
    return names.get(row.number());
  }

  private static boolean hasEmail(WorksheetRow row, Who who) {
    return !who.email().isEmpty() && who.email().equalsIgnoreCase(row.value(WorksheetColumn.EMAIL));
  }

  private static boolean hasNumber(WorksheetRow row, String number) {
    return !number.isEmpty()
        && (number.equals(row.identifierDigits())
            || number.equals(row.value(WorksheetColumn.IDENTIFIER)));
  }

  /** Whether a number is enough: with the name, or where Moodle or a list has told no more. */
  private boolean isSure(WorksheetRow row, Known known) {
    boolean isBlind = row.value(WorksheetColumn.NAME).isEmpty();
    boolean isAlone =
        known.download().isPresent()
            ? isBlind
            : isBlind && row.value(WorksheetColumn.EMAIL).isEmpty()
                || known.names().isEmpty() && known.email().isEmpty();
    return isAlone
        || !known.names().isEmpty() && known.names().stream().allMatch(name -> isNamed(row, name));
  }

  /** A part of a name is not enough where another row has the whole of it. */
  private boolean isNamed(WorksheetRow row, PersonName name) {
    return name.isSameAs(name(row))
        || name.agreesWith(name(row)) && names.values().stream().noneMatch(name::isSameAs);
  }

  /** In a list the name is as it was typed; in a download, as Moodle made it fit for a file. */
  private boolean hasName(WorksheetRow row, Known known) {
    String name = known.name();
    return name.isEmpty()
        ? known.names().stream().anyMatch(name(row)::isSameAs)
        : FileName.composed(name).equals(FileName.composed(row.value(WorksheetColumn.NAME)));
  }

  /** Nothing where there are several: a grade in a wrong row is worse than none. */
  private Optional<WorksheetRow> only(Known known, Predicate<WorksheetRow> isRow) {
    List<WorksheetRow> found =
        rows.stream().filter(row -> isAlone(row, known)).filter(isRow).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
