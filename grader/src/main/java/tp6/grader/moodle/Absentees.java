package tp6.grader.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.report.Csv;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * Those of a worksheet whose row fits no submission of the class, and has no grade.
 *
 * @param worksheet its name
 * @param areNumbersOfClass whether it has Moodle's numbers of the whole class
 */
public record Absentees(String worksheet, List<Student> students, boolean areNumbersOfClass) {
  /** Where there is no worksheet. */
  public static final Absentees NONE = new Absentees("", List.of(), false);

  private static final int MOST_NAMED = 20;
  private static final int MOST_SHOWN = 100;

  /**
   * As the worksheet tells of them.
   *
   * @param row as a spreadsheet counts
   */
  public record Student(int row, String id, String name, String email) {
    static Student of(WorksheetRow row) {
      return new Student(
          row.number(),
          row.value(WorksheetColumn.IDENTIFIER),
          row.value(WorksheetColumn.NAME),
          row.value(WorksheetColumn.EMAIL));
    }

    /** The name, or what stands for it; one line. */
    public String title() {
      return Stream.of(name, email, id)
          .filter(text -> !text.isEmpty())
          .findFirst()
          .map(Visible::line)
          .orElse("–");
    }
  }

  public Absentees {
    students = List.copyOf(students);
  }

  /** What is said of them, with the first names; nothing where everybody has handed in. */
  public Optional<String> line(Words words) {
    if (students.isEmpty()) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>();
    students.stream()
        .limit(MOST_NAMED)
        .forEach(one -> named.add(words.say("row.of", one.title(), one.row())));
    if (students.size() > MOST_NAMED) {
      named.add(words.say("more", students.size() - MOST_NAMED));
    }
    return Optional.of(words.say("row.left", worksheet, String.join(", ", named)));
  }

  /** Their names, up to a number that a page can show. */
  public List<String> shown() {
    return students.stream().limit(MOST_SHOWN).map(Student::title).toList();
  }

  /** How many others there are. */
  public int moreThanShown() {
    return Math.max(0, students.size() - MOST_SHOWN);
  }

  /** Rows for a table of grades with these titles, which have no grade, and the reason. */
  public List<List<String>> rows(List<String> titles, Words words) {
    return students.stream().map(one -> row(one, titles, words)).toList();
  }

  private static List<String> row(Student one, List<String> titles, Words words) {
    Map<String, String> cells =
        Map.of(
            "id", Csv.text(one.id()),
            "name", Csv.text(one.name()),
            "email", Csv.text(one.email()),
            "status", "not-graded",
            "reason", words.say("absent"));
    return titles.stream().map(title -> cells.getOrDefault(title, "")).toList();
  }
}
