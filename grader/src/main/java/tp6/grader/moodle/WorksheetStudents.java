package tp6.grader.moodle;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.grade.Result;
import tp6.grader.submission.Download;

/**
 * Finds the rows of a submission: by Moodle's own number, else by e-mail address, else by name; of
 * a group, by its name, for Moodle's number is then that of the group.
 */
public final class WorksheetStudents {
  private final List<WorksheetRow> rows;
  private final boolean isOfGroups;

  /** Whose submission it is, as far as that is known. */
  public record Who(String id, String name, String email) {
    static Who of(Result result) {
      return new Who(result.id(), result.name(), result.email());
    }
  }

  WorksheetStudents(List<WorksheetRow> rows) {
    this.rows = rows;
    this.isOfGroups = rows.stream().anyMatch(row -> !row.value(WorksheetColumn.GROUP).isEmpty());
  }

  /** One row, or of a group one for each of its members; none where it is not sure. */
  List<WorksheetRow> find(Who who) {
    Optional<Download> download = Download.of(who.id());
    if (download.isPresent() && isOfGroups) {
      String group = fileName(download.get().who());
      return rows.stream()
          .filter(row -> fileName(row.value(WorksheetColumn.GROUP)).equals(group))
          .toList();
    }
    return Stream.of(identifierOf(who, download), emailOf(who), nameOf(who))
        .flatMap(isRow -> only(isRow).stream())
        .limit(1)
        .filter(row -> download.isEmpty() || isPlausible(row, download.get()))
        .toList();
  }

  /** The row that has the number of a submission, and the name of somebody else. */
  Optional<WorksheetRow> misnamed(Who who) {
    Optional<Download> download = Download.of(who.id()).filter(one -> !isOfGroups);
    return only(identifierOf(who, download))
        .filter(row -> download.isPresent() && !isPlausible(row, download.get()));
  }

  private static Predicate<WorksheetRow> identifierOf(Who who, Optional<Download> download) {
    String number = download.map(Download::number).orElse(who.id());
    return row ->
        !number.isEmpty()
            && (number.equals(row.identifierDigits())
                || number.equals(row.value(WorksheetColumn.IDENTIFIER)));
  }

  private static Predicate<WorksheetRow> emailOf(Who who) {
    return row ->
        !who.email().isEmpty() && who.email().equalsIgnoreCase(row.value(WorksheetColumn.EMAIL));
  }

  private static Predicate<WorksheetRow> nameOf(Who who) {
    return row ->
        !who.name().isEmpty()
            && composed(who.name()).equals(composed(row.value(WorksheetColumn.NAME)));
  }

  /** Nothing where there are several: a grade in a wrong row is worse than none. */
  private Optional<WorksheetRow> only(Predicate<WorksheetRow> isRow) {
    List<WorksheetRow> found = rows.stream().filter(isRow).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Numbers are others in another assignment; a name is the same, in one order or the other. */
  private static boolean isPlausible(WorksheetRow row, Download download) {
    Set<String> here = words(row.value(WorksheetColumn.NAME));
    return here.isEmpty() || words(download.who()).stream().anyMatch(here::contains);
  }

  private static Set<String> words(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return Arrays.stream(letters.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** As Moodle makes a name fit for a file. */
  private static String fileName(String name) {
    return composed(name).replaceAll("[\\p{Cntrl}&<>\"`|':\\\\/]|\\.\\.+", "").replace('_', ' ');
  }

  private static String composed(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }
}
