package tp6.grader.moodle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tp6.grader.grade.Result;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.report.Csv;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/**
 * Puts grades into a worksheet of Moodle's, and tells where it cannot, also before there are any.
 */
public final class WorksheetFilling {
  private final Worksheet worksheet;
  private final Words words;
  private final Map<WorksheetRow, String> places = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final Absentees absentees;

  /** Finds the places of a class in it. */
  public WorksheetFilling(Worksheet worksheet, List<Who> all, Words words) {
    this(worksheet, all, words, Absentees.NONE);
  }

  private WorksheetFilling(
      Worksheet worksheet, List<Who> all, Words words, Absentees ofWholeClass) {
    this.worksheet = worksheet;
    this.words = words;
    WorksheetStudents students =
        new WorksheetStudents(worksheet.students(), all, ofWholeClass.areNumbersOfClass());
    Map<WorksheetRow, List<String>> found = new LinkedHashMap<>();
    for (Who who : all) {
      List<WorksheetRow> rows = students.find(who);
      rows.forEach(row -> found.computeIfAbsent(row, one -> new ArrayList<>()).add(who.id()));
      List<String> groups = students.groups(who);
      if (groups.size() > 1) {
        remarkGroups(who, groups);
      } else if (rows.isEmpty()) {
        remarkNone(who, students);
      }
    }
    found.forEach(this::place);
    this.absentees =
        new Absentees(
            worksheet.name(),
            worksheet.students().stream()
                .filter(row -> !found.containsKey(row) && !row.hasGrade())
                .map(Absentees.Student::of)
                .toList(),
            students.areNumbersOfClass());
  }

  private void remarkGroups(Who who, List<String> groups) {
    String all = groups.stream().map(Visible::line).collect(Collectors.joining(", "));
    remark("row.groups", Visible.line(who.id()), all);
  }

  private void remarkNone(Who who, WorksheetStudents students) {
    Optional<WorksheetRow> other = students.misnamed(who);
    Optional<WorksheetRow> namesake = students.renumbered(who);
    if (other.isEmpty() && namesake.isEmpty()) {
      remark("row.none", Visible.line(who.id()));
    } else if (other.isEmpty()) {
      remark("row.namesake", Visible.line(who.id()), namesake.get().number());
    } else {
      String key = students.areNamed(other.get(), who) ? "row.other" : "row.unnamed";
      remark(key, Visible.line(who.id()), other.get().number());
    }
  }

  private void place(WorksheetRow row, List<String> ids) {
    if (ids.size() > 1) {
      String all = ids.stream().map(Visible::line).collect(Collectors.joining(", "));
      remark("row.shared", row.number(), all);
    } else if (row.maximum().isEmpty()) {
      remark("row.no.maximum", row.number());
    } else if (row.isLocked()) {
      remark("row.locked", row.number());
    } else if (row.isGradedByHand()) {
      remark("row.by.hand", row.number(), Visible.line(row.value(WorksheetColumn.GRADE)));
    } else {
      places.put(row, ids.get(0));
    }
  }

  /**
   * Those of a class that is graded, with the grades in.
   *
   * @param absentees of the whole class, where this is a part of one
   */
  public static WorksheetFilling of(
      Worksheet worksheet,
      List<Result> results,
      Marking marking,
      Words words,
      Absentees absentees) {
    WorksheetFilling filling =
        new WorksheetFilling(worksheet, results.stream().map(Who::of).toList(), words, absentees);
    Map<String, Result> byId =
        results.stream().collect(Collectors.toMap(Result::id, result -> result));
    filling.places.forEach((row, id) -> filling.fill(row, byId.get(id), marking));
    return filling;
  }

  public String text() {
    return worksheet.filled();
  }

  /** Line by line. */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Those whom none of the class is. */
  public Absentees absentees() {
    return absentees;
  }

  private void fill(WorksheetRow row, Result result, Marking marking) {
    Optional<Mark> mark = marking.mark(result);
    if (mark.isPresent()) {
      row.fill(WorksheetColumn.GRADE, grade(row, mark.get().outOf(row.maximum().get())));
      row.fill(WorksheetColumn.FEEDBACK, Csv.whole(Feedback.of(result, mark.get())));
    } else {
      String why = result.isOutOfTime() ? "row.out.of.time" : "row.not.graded";
      remark(why, row.number(), Visible.line(result.id()));
    }
  }

  /** With the decimal sign of the site. */
  private String grade(WorksheetRow row, String number) {
    String maximum = row.value(WorksheetColumn.MAXIMUM);
    boolean hasComma =
        maximum.contains(",") || worksheet.site().hasComma() && !maximum.contains(".");
    return hasComma ? number.replace('.', ',') : number;
  }

  private void remark(String key, Object... about) {
    List<Object> values = new ArrayList<>(List.of(worksheet.name()));
    values.addAll(List.of(about));
    remarks.add(words.say(key, values.toArray()));
  }
}
