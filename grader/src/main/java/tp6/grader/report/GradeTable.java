package tp6.grader.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.marking.Mark;
import tp6.grader.marking.Marking;
import tp6.grader.text.Plain;
import tp6.stage.report.StageResult;

/** The grades of a class as a table: a row for each submission. */
public final class GradeTable {
  private final List<Column> columns = new ArrayList<>();

  private record Column(String title, Function<Result, String> cell) {}

  private GradeTable(List<Result> results, Marking marking, char decimal) {
    add("id", result -> Csv.text(result.id()));
    add("name", result -> Csv.text(result.name()));
    add("email", result -> Csv.text(result.email()));
    add("status", GradeTable::status);
    add("mark", result -> mark(marking, result, one -> one.number().replace('.', decimal)));
    if (marking.hasLetters()) {
      add("letter", result -> mark(marking, result, Mark::letter));
    }
    add("earned", ifGraded(result -> Integer.toString(result.earned())));
    add("points", result -> Integer.toString(result.points()));
    Map<String, SortedSet<Integer>> stages = stages(results);
    stages.keySet().forEach(name -> add(name, of(name, ExerciseResult::earned)));
    stages.forEach(
        (name, numbers) ->
            numbers.forEach(
                number -> add(name + " " + number, of(name, found -> earned(found, number)))));
    if (results.stream().anyMatch(Stability::isKnown)) {
      add("not stable", Stability::names);
    }
    if (results.stream().anyMatch(result -> !decisions(marking, result).isEmpty())) {
      add("decided", result -> Csv.text(decisions(marking, result)));
    }
    add("reason", result -> Csv.text(reason(result)));
    if (results.stream().anyMatch(Result::isExposed)) {
      add("isolation", result -> result.isExposed() ? "not isolated" : "");
    }
  }

  private static String mark(Marking marking, Result result, Function<Mark, String> told) {
    return marking.mark(result).map(told).orElse("");
  }

  private static String decisions(Marking marking, Result result) {
    return mark(marking, result, mark -> String.join("; ", mark.decisions()));
  }

  private static String status(Result result) {
    if (result.isGraded()) {
      return "graded";
    }
    return result.isOutOfTime() ? "out-of-time" : "not-graded";
  }

  public static List<List<String>> of(List<Result> results, Marking marking, char decimal) {
    List<Column> columns = new GradeTable(results, marking, decimal).columns;
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::title).toList());
    for (Result result : results) {
      rows.add(columns.stream().map(column -> column.cell().apply(result)).toList());
    }
    return rows;
  }

  /** Of all that occur: results of earlier runs may have others. */
  private static Map<String, SortedSet<Integer>> stages(List<Result> results) {
    Map<String, SortedSet<Integer>> stages = new LinkedHashMap<>();
    for (Result result : results) {
      for (ExerciseResult exercise : result.exercises()) {
        SortedSet<Integer> numbers =
            stages.computeIfAbsent(exercise.exercise(), name -> new TreeSet<>());
        exercise.stages().forEach(stage -> numbers.add(stage.number()));
      }
    }
    return stages;
  }

  private void add(String title, Function<Result, String> cell) {
    columns.add(new Column(title, cell));
  }

  /** No number is better than one that looks like a bad grade. */
  private static Function<Result, String> ifGraded(Function<Result, String> cell) {
    return result -> result.isGraded() ? cell.apply(result) : "";
  }

  private static Function<Result, String> of(String name, Function<ExerciseResult, Object> number) {
    return result ->
        result
            .exercise(name)
            .filter(ExerciseResult::hasVerdict)
            .map(number)
            .map(Object::toString)
            .orElse("");
  }

  private static Object earned(ExerciseResult exercise, int number) {
    return exercise.stage(number).map(StageResult::earned).orElse(0);
  }

  /** Why there is no grade, or none for an exercise. */
  public static String reason(Result result) {
    return result.reason().isEmpty()
        ? result.exercises().stream()
            .filter(exercise -> exercise.status() != Status.GRADED)
            .map(exercise -> exercise.exercise() + ": " + reason(exercise))
            .collect(Collectors.joining("; "))
        : result.reason();
  }

  private static String reason(ExerciseResult exercise) {
    return exercise.status() == Status.NOT_GRADED
        ? exercise.reason()
        : Plain.name(exercise.status());
  }
}
