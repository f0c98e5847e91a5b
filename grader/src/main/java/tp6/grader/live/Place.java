package tp6.grader.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.grader.report.Explanation;
import tp6.grader.report.StageText;
import tp6.grader.text.Plain;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/**
 * How far a student has come in the exercise at hand.
 *
 * @param exercise empty where none is begun, or all are done
 * @param number of the first stage that is lost; 0 where none of them was run
 * @param told why it is lost
 * @param hint where to look; empty where nothing is known
 */
public record Place(
    Kind kind, String exercise, int number, String title, String told, String hint) {

  /** What can be said of a place. */
  public enum Kind {
    /** Nothing is begun, or nothing can be read. */
    NOTHING,
    /** A stage is lost, or all of them. */
    LOST,
    /** What is begun is done, and more is left. */
    NEXT,
    DONE
  }

  /** The place that a result shows, after those exercises were changed. */
  static Place of(Result result, Set<String> changed) {
    List<ExerciseResult> left =
        result.exercises().stream().filter(Predicate.not(Place::isDone)).toList();
    List<ExerciseResult> begun = left.stream().filter(Place::isBegun).toList();
    if (!result.reason().isEmpty()) {
      return new Place(Kind.NOTHING, "", 0, "", Explanation.ofAll(result), "");
    }
    if (left.isEmpty()) {
      return new Place(Kind.DONE, "", 0, "", "", "");
    }
    if (!begun.isEmpty()) {
      return at(result, last(begun, one -> changed.contains(one.exercise())).orElse(last(begun)));
    }
    boolean hasDone = left.size() < result.exercises().size();
    return hasDone
        ? new Place(Kind.NEXT, left.get(0).exercise(), 0, "", "", "")
        : new Place(Kind.NOTHING, "", 0, "", "", "");
  }

  private static boolean isDone(ExerciseResult exercise) {
    return exercise.stages().stream().allMatch(stage -> stage.outcome() == Outcome.PASSED);
  }

  private static boolean isBegun(ExerciseResult exercise) {
    return exercise.status() != Status.NOT_STARTED;
  }

  private static ExerciseResult last(List<ExerciseResult> exercises) {
    return exercises.get(exercises.size() - 1);
  }

  private static Optional<ExerciseResult> last(
      List<ExerciseResult> exercises, Predicate<ExerciseResult> which) {
    return exercises.stream().filter(which).reduce((before, after) -> after);
  }

  private static Place at(Result result, ExerciseResult exercise) {
    String name = exercise.exercise();
    if (!Explanation.isNeedless(exercise)) {
      List<String> why = Explanation.of(result, exercise);
      String next = why.size() > 1 ? why.get(1) : "";
      return new Place(Kind.LOST, name, 0, "", Plain.text(why.get(0)), Plain.text(next));
    }
    List<StageResult> lost =
        exercise.stages().stream().filter(one -> one.outcome() != Outcome.PASSED).toList();
    // One that waits may wait for a later one.
    StageResult stage =
        lost.stream()
            .filter(one -> one.outcome() == Outcome.FAILED)
            .findFirst()
            .orElse(lost.get(0));
    return new Place(
        Kind.LOST,
        name,
        stage.number(),
        stage.title(),
        new StageText(result, exercise).headline(stage),
        Plain.text(stage.story().map(Story::hint).orElse("")));
  }

  boolean isSameAs(Place other) {
    return kind == other.kind && exercise.equals(other.exercise) && number == other.number;
  }

  /** The sources of each exercise, as a number. */
  static Map<String, Integer> sources(Result result) {
    Map<String, Integer> sources = new TreeMap<>();
    result
        .sources()
        .forEach(
            (path, text) ->
                sources.merge(path.split("/", 2)[0], (path + text).hashCode(), Integer::sum));
    return sources;
  }
}
