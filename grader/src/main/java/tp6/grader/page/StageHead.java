package tp6.grader.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.report.StageResult;

/** A stage as a column of the class. */
public record StageHead(String exercise, int number, String title) {
  static StageHead of(ExerciseResult exercise, StageResult stage) {
    return new StageHead(exercise.exercise(), stage.number(), stage.title());
  }

  /** Of all that occur, by exercise, in the order of the course. */
  static Map<String, List<StageHead>> of(List<Result> results) {
    Map<String, Map<Integer, StageHead>> heads = new LinkedHashMap<>();
    for (Result result : results) {
      for (ExerciseResult exercise : result.exercises()) {
        Map<Integer, StageHead> own =
            heads.computeIfAbsent(exercise.exercise(), name -> new LinkedHashMap<>());
        exercise.stages().forEach(one -> own.putIfAbsent(one.number(), of(exercise, one)));
      }
    }
    Map<String, List<StageHead>> lists = new LinkedHashMap<>();
    heads.forEach((name, own) -> lists.put(name, List.copyOf(own.values())));
    return lists;
  }

  /** Its place on the page of a student, and its list on that of the class. */
  public String anchor() {
    return exercise + "-" + number;
  }

  /** What came of it; not run where it was not there. */
  Sign in(ExerciseResult result) {
    return result.stage(number).map(stage -> Sign.of(result, stage)).orElse(Sign.NOT_RUN);
  }
}
