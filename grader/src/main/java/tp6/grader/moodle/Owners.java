package tp6.grader.moodle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tp6.grader.grade.Result;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.submission.Download;

/**
 * Names and e-mail addresses of students, where the list of the class tells none: those of their
 * row in Moodle's worksheet, or else what the name of Moodle's folder begins with.
 */
public final class Owners {
  private final Map<String, WorksheetRow> rows;

  private Owners(Map<String, WorksheetRow> rows) {
    this.rows = rows;
  }

  /**
   * The results of a class with all that is known of whose they are.
   *
   * @param absentees of the whole class
   * @throws IOException where the worksheet is none
   */
  public static List<Result> named(
      List<Result> results, Optional<Path> worksheet, Absentees absentees) throws IOException {
    Map<String, WorksheetRow> rows =
        worksheet.isPresent()
            ? rows(results, WorksheetStudents.of(worksheet.get(), results, absentees))
            : Map.of();
    Owners owners = new Owners(rows);
    return results.stream().map(owners::named).toList();
  }

  /** By id; a group has several rows, and one that several hand-ins claim is nobody's. */
  private static Map<String, WorksheetRow> rows(List<Result> results, WorksheetStudents students) {
    Map<String, WorksheetRow> rows = new HashMap<>();
    Set<Integer> claimed = new HashSet<>();
    Set<Integer> shared = new HashSet<>();
    for (Result result : results) {
      List<WorksheetRow> found = students.find(Who.of(result));
      found.stream().map(WorksheetRow::number).filter(n -> !claimed.add(n)).forEach(shared::add);
      if (found.size() == 1) {
        rows.put(result.id(), found.get(0));
      }
    }
    rows.values().removeIf(row -> shared.contains(row.number()));
    return rows;
  }

  private Result named(Result result) {
    Optional<WorksheetRow> row = Optional.ofNullable(rows.get(result.id()));
    String inWorksheet = row.map(one -> one.value(WorksheetColumn.NAME)).orElse("");
    // Without a number it is the folder of all who are in no group.
    String ofFolder =
        Download.of(result.id())
            .filter(one -> !one.number().isEmpty())
            .map(Download::who)
            .orElse("");
    String email = row.map(one -> one.value(WorksheetColumn.EMAIL)).orElse("");
    return result.ownedBy(
        first(result.name(), inWorksheet, ofFolder), first(result.email(), email));
  }

  private static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }
}
