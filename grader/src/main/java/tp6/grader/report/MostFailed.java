package tp6.grader.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/**
 * The stages that a class fails most: those that were run and lost, not those that only wait for
 * another.
 */
final class MostFailed {
  private static final int MOST = 5;

  private final Map<String, Integer> failures = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  private MostFailed(List<Result> graded) {
    for (Result result : graded) {
      for (ExerciseResult exercise : result.exercises()) {
        exercise.stages().forEach(stage -> add(exercise, stage));
      }
    }
  }

  private void add(ExerciseResult exercise, StageResult stage) {
    String name = exercise.exercise() + " " + stage.number();
    titles.putIfAbsent(name, stage.title());
    failures.merge(name, stage.outcome() == Outcome.FAILED ? 1 : 0, Integer::sum);
  }

  /** Line by line, with the share of those graded. */
  static List<String> of(List<Result> graded) {
    MostFailed most = new MostFailed(graded);
    return most.failures.entrySet().stream()
        .filter(failure -> failure.getValue() > 0)
        .sorted(Comparator.comparing(failure -> -failure.getValue()))
        .limit(MOST)
        .map(failure -> most.line(failure.getKey(), failure.getValue(), graded.size()))
        .toList();
  }

  private String line(String name, int failed, int of) {
    return String.format(
        Locale.ROOT, "%3d %%  %-13s  %s", Math.round(100.0 * failed / of), name, titles.get(name));
  }
}
