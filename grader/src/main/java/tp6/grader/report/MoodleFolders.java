package tp6.grader.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tp6.grader.run.Result;

/** The folders in which Moodle expects feedback files: those of its download. */
public final class MoodleFolders {
  private final WorksheetStudents students;

  /**
   * Knows those that a worksheet names, and those whose ids are such folders.
   *
   * @throws IOException where the worksheet is none
   */
  public MoodleFolders(Optional<Path> worksheet) throws IOException {
    this.students =
        new WorksheetStudents(
            worksheet.isPresent() ? Worksheet.read(worksheet.get()).students() : List.of());
  }

  /** The folder of a student, without a slash; nothing where Moodle's number is not known. */
  public Optional<String> of(Result result) {
    Optional<WorksheetRow> row = students.find(result);
    String number =
        row.map(WorksheetRow::identifierDigits).orElse(WorksheetStudents.downloaded(result));
    String name = row.map(one -> one.value(WorksheetColumn.NAME)).orElse("");
    // Moodle counts the dashes below: one in a name would have it read another number.
    String plain = (name.isEmpty() ? "participant" : name).replaceAll("[^\\p{L}\\p{N}. '-]", " ");
    return Optional.of(plain + "_" + number + "_assignsubmission_file_")
        .filter(folder -> number.matches("\\d{1,18}"));
  }
}
