package tp6.grader.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tp6.grader.Exercises;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Isolation;
import tp6.grader.grade.Repeats;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;
import tp6.grader.submission.Note;
import tp6.stage.Story;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;
import tp6.stage.report.StageResult;

/** Results without any grading: two exercises of three stages, each worth 20 points. */
public final class Samples {
  static final Story STORY =
      new Story(
          List.of(),
          List.of("0.011  Alice  connects", "0.012  Alice  expected another line"),
          List.of(),
          List.of("expected: \"09:05:07\"", "received: \"9:5:7\""),
          "two digits each");

  /** Those of a run of the clock exercise. */
  public static final Rules RULES =
      new Rules(
          List.of(Exercises.CLOCK),
          Locale.ENGLISH,
          "7",
          Duration.ofSeconds(90),
          OptionalInt.empty(),
          "17",
          Isolation.BWRAP);

  private static final List<String> TITLES =
      List.of("accepts a client", "sends the time as HH:mm:ss", "closes right after it");
  private static final int[] POINTS = {2, 7, 11};

  private Samples() {}

  /** An exercise that was run; a failed stage has the story of a wrong time. */
  public static ExerciseResult graded(String exercise, Outcome... outcomes) {
    return exercise(exercise, Status.GRADED, "", outcomes);
  }

  /** An exercise for whose last stages there was no time. */
  public static ExerciseResult outOfTime(String exercise) {
    return exercise(
        exercise, Status.OUT_OF_TIME, "", Outcome.PASSED, Outcome.FAILED, Outcome.OUT_OF_TIME);
  }

  /** All points. */
  public static ExerciseResult perfect(String exercise) {
    return graded(exercise, Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
  }

  /** An exercise of which no stage was run. */
  public static ExerciseResult without(
      String exercise, Status status, String reason, SourceError... errors) {
    ExerciseResult plain =
        exercise(exercise, status, reason, Outcome.NOT_RUN, Outcome.NOT_RUN, Outcome.NOT_RUN);
    return new ExerciseResult(exercise, status, reason, plain.stages(), List.of(errors));
  }

  public static ExerciseResult exercise(
      String exercise, Status status, String reason, Outcome... outcomes) {
    List<StageResult> stages = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      stages.add(
          new StageResult(
              i + 1,
              TITLES.get(i),
              POINTS[i],
              i == 0 ? List.of() : List.of(i),
              outcomes[i],
              outcomes[i] == Outcome.FAILED ? Optional.of(STORY) : Optional.empty()));
    }
    return new ExerciseResult(exercise, status, reason, stages, List.of());
  }

  /** Run three times, from seed 42 on, one stage of it with these outcomes. */
  public static ExerciseResult repeated(ExerciseResult exercise, int stage, Outcome... outcomes) {
    return new ExerciseResult(
        exercise.exercise(),
        exercise.status(),
        exercise.reason(),
        exercise.stages(),
        exercise.errors(),
        exercise.cost(),
        Optional.of(
            new Repeats(
                List.of("42", "8", "9"), List.of(new Repeats.Unstable(stage, List.of(outcomes))))));
  }

  public static Result result(String id, ExerciseResult... exercises) {
    return student(id, "", "", exercises);
  }

  public static Result student(String id, String name, String email, ExerciseResult... exercises) {
    return result(id, name, email, "", "en", List.of(exercises), List.of());
  }

  /** Nothing of it could be graded. */
  public static Result refused(String id, String name, String email, String reason) {
    List<ExerciseResult> nothing =
        List.of(
            without("clock", Status.NOT_GRADED, reason),
            without("echo-multi", Status.NOT_GRADED, reason));
    return result(id, name, email, reason, "en", nothing, List.of());
  }

  /** The same, graded without a sandbox. */
  public static Result exposed(Result result) {
    return with(result, "process", result.handedIn(), result.digest(), result.sources());
  }

  /** The same, handed in at that time. */
  public static Result handedIn(Result result, Instant time) {
    return with(result, result.isolation(), Optional.of(time), result.digest(), result.sources());
  }

  /** The same, handed in with that digest and these sources. */
  public static Result handedIn(
      Result result, Optional<String> digest, Map<String, String> sources) {
    return with(result, result.isolation(), result.handedIn(), digest, sources);
  }

  private static Result with(
      Result result,
      String isolation,
      Optional<Instant> handedIn,
      Optional<String> digest,
      Map<String, String> sources) {
    return new Result(
        result.id(),
        result.name(),
        result.email(),
        result.reason(),
        result.language(),
        result.seed(),
        result.limit(),
        result.only(),
        isolation,
        result.exercises(),
        result.notes(),
        handedIn,
        digest,
        sources);
  }

  public static Result french(Result result) {
    return result(
        result.id(),
        result.name(),
        result.email(),
        result.reason(),
        "fr",
        result.exercises(),
        result.notes());
  }

  public static Result withNotes(Result result, Note... notes) {
    return result(
        result.id(),
        result.name(),
        result.email(),
        result.reason(),
        result.language(),
        result.exercises(),
        List.of(notes));
  }

  private static Result result(
      String id,
      String name,
      String email,
      String reason,
      String language,
      List<ExerciseResult> exercises,
      List<Note> notes) {
    return new Result(
        id,
        name,
        email,
        reason,
        language,
        "42",
        90,
        Optional.empty(),
        "own",
        exercises,
        notes,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}
