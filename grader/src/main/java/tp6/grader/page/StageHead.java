package tp6.grader.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tp6.grader.run.ExerciseResult;
import tp6.grader.run.Result;
import tp6.stage.StageResult;

/** A stage as a column of the class. */
public record StageHead(String exercise, int number, String title) {
  /** Of all that occur, in the order of the course. */
  static List<StageHead> of(List<Result> results) {
    Map<String, Map<Integer, StageHead>> heads = new LinkedHashMap<>();
    for (Result result : results) {
      for (ExerciseResult exercise : result.exercises()) {
        Map<Integer, StageHead> own =
            heads.computeIfAbsent(exercise.exercise(), name -> new LinkedHashMap<>());
        for (StageResult stage : exercise.stages()) {
          own.computeIfAbsent(
              stage.number(), number -> new StageHead(exercise.exercise(), number, stage.title()));
        }
      }
    }
    return heads.values().stream().flatMap(own -> own.values().stream()).toList();
  }

  /** What came of it in a submission; not run where it was not there. */
  Sign in(Result result) {
    for (ExerciseResult one : result.exercises()) {
      for (StageResult stage : one.stages()) {
        if (one.exercise().equals(exercise) && stage.number() == number) {
          return Sign.of(one, stage);
        }
      }
    }
    return Sign.NOT_RUN;
  }
}
