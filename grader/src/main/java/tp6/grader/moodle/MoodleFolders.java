package tp6.grader.moodle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.grade.Result;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.submission.Download;

/** The folders in which Moodle expects feedback files: those of its download. */
public final class MoodleFolders {
  private final Optional<WorksheetStudents> students;

  /**
   * Knows those that a worksheet names; without one, those whose ids are such folders.
   *
   * @param all of the class, or of a part of one
   * @param absentees of the whole class
   * @throws IOException where the worksheet is none
   */
  public MoodleFolders(Optional<Path> worksheet, List<Result> all, Absentees absentees)
      throws IOException {
    this.students =
        worksheet.isPresent()
            ? Optional.of(WorksheetStudents.of(worksheet.get(), all, absentees))
            : Optional.empty();
  }

  /**
   * The folders of those who handed in, without a slash: of a group one for each member, and none
   * where Moodle's number is not known.
   */
  public List<String> of(Result result) {
    Stream<String> folders =
        students.isPresent()
            ? students.get().find(Who.of(result)).stream()
                .map(row -> folder(row.value(WorksheetColumn.NAME), row.identifierDigits()))
            : Download.of(result.id()).stream().map(one -> folder(one.who(), one.number()));
    return folders.filter(folder -> folder.matches(".*_\\d{1,18}_assignsubmission_file_")).toList();
  }

  private static String folder(String name, String number) {
    // Moodle counts the dashes below: one in a name would have it read another number.
    String plain = (name.isEmpty() ? "participant" : name).replaceAll("[^\\p{L}\\p{N}. '-]", " ");
    return plain + "_" + number + "_assignsubmission_file_";
  }
}
