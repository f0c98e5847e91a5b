package tp6.grader.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import tp6.stage.report.Grade;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;
import tp6.stage.report.StageResult;
import tp6.stage.setting.Settings;

/**
 * What came of one exercise of a submission.
 *
 * @param exercise the module
 * @param reason why the grader has failed; empty where it has not
 * @param stages all of them, whatever the status
 * @param errors of the compiler
 * @param cost of running the stages; empty where none were run
 * @param repeats where it was run more than once
 */
@JsonPropertyOrder({
  "exercise",
  "status",
  "reason",
  "earned",
  "points",
  "cost",
  "stages",
  "errors",
  "repeats"
})
public record ExerciseResult(
    String exercise,
    Status status,
    String reason,
    List<StageResult> stages,
    List<SourceError> errors,
    Optional<Cost> cost,
    Optional<Repeats> repeats) {

  /** How far the grading of an exercise has come. */
  public enum Status {
    GRADED,
    /** Nothing of it was written. */
    NOT_STARTED,
    DOES_NOT_COMPILE,
    /** Something was handed in that is not taken. */
    REFUSED,
    /** The grader has failed, not the student. */
    NOT_GRADED,
    /** The computer was too busy to judge all stages, also when nothing else was under way. */
    OUT_OF_TIME
  }

  public ExerciseResult {
    stages = List.copyOf(stages);
    errors = List.copyOf(errors);
  }

  /** What came of not running it. */
  public ExerciseResult(
      String exercise,
      Status status,
      String reason,
      List<StageResult> stages,
      List<SourceError> errors) {
    this(exercise, status, reason, stages, errors, Optional.empty(), Optional.empty());
  }

  /** The first of several runs, with what the others have shown; or one without a verdict. */
  public static ExerciseResult of(List<String> seeds, List<ExerciseResult> runs) {
    for (ExerciseResult run : runs) {
      if (!run.hasVerdict()) {
        return run;
      }
    }
    ExerciseResult first = runs.get(0);
    return runs.size() == 1
        ? first
        : new ExerciseResult(
            first.exercise,
            first.status,
            first.reason,
            first.stages,
            first.errors,
            first.cost,
            Optional.of(Repeats.of(seeds, runs.stream().map(ExerciseResult::stages).toList())));
  }

  public static ExerciseResult of(Grade grade, Cost cost) {
    boolean started =
        grade.stages().stream().anyMatch(stage -> stage.outcome() != Outcome.NOT_STARTED);
    return new ExerciseResult(
        grade.exercise(),
        grade.hasAny(Outcome.OUT_OF_TIME)
            ? Status.OUT_OF_TIME
            : started ? Status.GRADED : Status.NOT_STARTED,
        "",
        grade.stages(),
        List.of(),
        Optional.of(cost),
        Optional.empty());
  }

  /** Whether its points say what the program is worth. */
  public boolean hasVerdict() {
    return status != Status.NOT_GRADED && status != Status.OUT_OF_TIME;
  }

  @JsonProperty
  public int earned() {
    return stages.stream().mapToInt(StageResult::earned).sum();
  }

  @JsonProperty
  public int points() {
    return stages.stream().mapToInt(StageResult::points).sum();
  }

  /** The stage of this number, if there is one. */
  public Optional<StageResult> stage(int number) {
    return stages.stream().filter(one -> one.number() == number).findFirst();
  }

  /** Without what is large, and without what is never the same twice. */
  ExerciseResult withoutStories() {
    return new ExerciseResult(
        exercise,
        status,
        reason,
        stages.stream()
            .map(
                stage ->
                    new StageResult(
                        stage.number(),
                        stage.title(),
                        stage.points(),
                        stage.needs(),
                        stage.outcome(),
                        Optional.empty()))
            .toList(),
        List.of(),
        Optional.empty(),
        repeats);
  }

  /** As the stage kit tells it. */
  public Grade grade(Settings settings) {
    return new Grade(exercise, settings, stages);
  }
}
