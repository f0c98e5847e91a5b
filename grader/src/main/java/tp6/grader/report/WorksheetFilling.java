package tp6.grader.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.run.Result;
import tp6.stage.Visible;
import tp6.stage.Words;

/** Puts grades into a worksheet of Moodle's, and tells where it could not. */
final class WorksheetFilling {
  private final Worksheet worksheet;
  private final Marking marking;
  private final Words words;
  private final List<String> remarks = new ArrayList<>();

  WorksheetFilling(Worksheet worksheet, List<Result> results, Marking marking) {
    this.marking = marking;
    this.worksheet = worksheet;
    this.words = Sentences.of(results);
    WorksheetStudents students = new WorksheetStudents(worksheet.students());
    Map<WorksheetRow, List<Result>> found = new LinkedHashMap<>();
    for (Result result : results) {
      Optional<WorksheetRow> row = students.find(result);
      row.ifPresentOrElse(
          one -> found.computeIfAbsent(one, first -> new ArrayList<>()).add(result),
          () -> remark("row.none", worksheet.name(), Visible.line(result.id())));
    }
    found.forEach(this::fill);
  }

  String text() {
    return worksheet.text();
  }

  /** Line by line. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void fill(WorksheetRow row, List<Result> fitting) {
    String who =
        fitting.stream().map(result -> Visible.line(result.id())).collect(Collectors.joining(", "));
    Result result = fitting.get(0);
    Optional<BigDecimal> maximum = row.maximum();
    Optional<Mark> mark = marking.mark(result);
    if (fitting.size() > 1) {
      remark("row.shared", worksheet.name(), row.number(), who);
    } else if (mark.isEmpty()) {
      String why = result.isOutOfTime() ? "row.out.of.time" : "row.not.graded";
      remark(why, worksheet.name(), row.number(), who);
    } else if (maximum.isEmpty()) {
      remark("row.no.maximum", worksheet.name(), row.number());
    } else {
      row.fill(WorksheetColumn.GRADE, grade(row, mark.get().outOf(maximum.get())));
      row.fill(WorksheetColumn.FEEDBACK, Csv.text(Feedback.of(result, mark.get())));
    }
  }

  /** With the decimal sign of the site. */
  private String grade(WorksheetRow row, String number) {
    String maximum = row.value(WorksheetColumn.MAXIMUM);
    boolean hasComma = maximum.contains(",") || worksheet.isFrench() && !maximum.contains(".");
    return hasComma ? number.replace('.', ',') : number;
  }

  private void remark(String key, Object... about) {
    remarks.add(words.say(key, about));
  }
}
