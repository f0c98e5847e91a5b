package tp6.grader.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.grader.grade.Result;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.Gradebook;
import tp6.grader.moodle.Worksheet;
import tp6.grader.moodle.WorksheetFilling;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.report.Csv;
import tp6.grader.report.GradeTable;
import tp6.grader.report.Json;
import tp6.grader.report.Sentences;
import tp6.grader.submission.Refused;
import tp6.grader.text.TextFile;
import tp6.stage.text.Words;

/** The files about a class. */
public final class ClassFolder {
  private static final String JSON = "grades.json";
  private static final String COMMAS = "grades.csv";
  private static final String SEMICOLONS = "grades-semicolon.csv";
  private static final String MOODLE = "moodle.csv";

  private ClassFolder() {}

  /** What the JSON holds. */
  record Grades(int schema, List<Result> submissions) {}

  /**
   * Writes them. What of it the instructor should know is the answer, line by line.
   *
   * @param worksheet of Moodle's, of which a filled copy is written
   * @param language of the answer; the files are in that of the results
   * @param absentees who have a row in the tables, too
   * @throws IOException also where the worksheet is none; the other files are written by then
   */
  public static List<String> write(
      List<Result> results,
      Path out,
      Optional<Path> worksheet,
      Marking marking,
      Locale language,
      Absentees absentees)
      throws IOException {
    Files.createDirectories(out);
    String json = Json.write(new Grades(Result.SCHEMA, results));
    TextFile.write(out.resolve(JSON), json);
    Csv.write(out.resolve(COMMAS), table(results, marking, '.', absentees));
    Csv.writeWithSemicolons(out.resolve(SEMICOLONS), table(results, marking, ',', absentees));
    List<List<String>> gradebook = Gradebook.of(results, marking);
    if (gradebook.isEmpty()) {
      Files.deleteIfExists(out.resolve(MOODLE));
    } else {
      Csv.write(out.resolve(MOODLE), gradebook);
    }
    Words words = Sentences.in(language);
    List<String> remarks = new ArrayList<>(Gradebook.remarks(results, words));
    if (worksheet.isPresent()) {
      Path copy = copyOf(worksheet.get(), out);
      WorksheetFilling filled =
          WorksheetFilling.of(Worksheet.read(worksheet.get()), results, marking, words, absentees);
      TextFile.write(copy, filled.text());
      remarks.addAll(filled.remarks());
    }
    absentees.line(words).ifPresent(remarks::add);
    return remarks;
  }

  private static List<List<String>> table(
      List<Result> results, Marking marking, char decimal, Absentees absentees) {
    List<List<String>> rows = GradeTable.of(results, marking, decimal);
    rows.addAll(absentees.rows(rows.get(0), Sentences.of(results)));
    return rows;
  }

  /**
   * What can be said of a worksheet and a whole class before anything is graded.
   *
   * @throws IOException where it is none, or could not be filled in
   */
  public static WorksheetFilling before(Path worksheet, Path out, List<Who> all, Locale language)
      throws IOException {
    copyOf(worksheet, out);
    return new WorksheetFilling(Worksheet.read(worksheet), all, Sentences.in(language));
  }

  /** Where the filled copy goes: not over the worksheet itself, nor over another file. */
  private static Path copyOf(Path worksheet, Path out) throws IOException {
    Path copy = out.resolve(worksheet.getFileName());
    if (List.of(JSON, COMMAS, SEMICOLONS, MOODLE).stream()
        .anyMatch(copy.getFileName().toString()::equalsIgnoreCase)) {
      throw Refused.because("worksheet.name", worksheet);
    }
    if (Files.exists(copy) && Files.isSameFile(copy, worksheet)) {
      throw Refused.because("worksheet.overwritten", worksheet);
    }
    return copy;
  }
}
