package tp6.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.ExerciseResult.Status;
import tp6.grader.grade.Result;
import tp6.stage.report.Outcome;
import tp6.stage.report.SourceError;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** Why an exercise has no verdict of its stages, and what is next. */
public final class Explanation {
  private static final int COMPILER_SECONDS = 20;
  private static final int COMPILER_MEGABYTES = 256;
  private static final int MAX_ERRORS = 10;

  private final ExerciseResult exercise;
  private final Words words;
  private final Locale language;

  private Explanation(ExerciseResult exercise, Result result) {
    this.exercise = exercise;
    this.words = Sentences.of(result);
    this.language = Locale.forLanguageTag(result.language());
  }

  /** Whether the stages say it all. */
  public static boolean isNeedless(ExerciseResult exercise) {
    return exercise.status() == Status.GRADED
        || exercise.status() == Status.NOT_STARTED
            && exercise.stages().stream().anyMatch(stage -> stage.outcome() != Outcome.NOT_RUN);
  }

  /** Whether there are stages to tell of, if not all of them. */
  static boolean hasStages(ExerciseResult exercise) {
    return isNeedless(exercise) || exercise.status() == Status.OUT_OF_TIME;
  }

  /** Line by line, the first of them a sentence that can stand alone. */
  public static List<String> of(Result result, ExerciseResult exercise) {
    return result.reason().isEmpty()
        ? new Explanation(exercise, result).lines()
        : List.of(ofAll(result));
  }

  /** Why nothing of a submission could be graded. */
  public static String ofAll(Result result) {
    return Sentences.of(result).say("nothing.graded", Visible.line(result.reason()));
  }

  private List<String> lines() {
    return switch (exercise.status()) {
      case GRADED -> List.of();
      case NOT_STARTED -> List.of(say("not.started"), say("not.started.next", studentFile()));
      case DOES_NOT_COMPILE -> exercise.errors().isEmpty() ? compilerLost() : errors();
      case REFUSED -> List.of(say("refused"), say("refused.next", sourceFolder()));
      case NOT_GRADED ->
          List.of(say("not.graded", Visible.line(exercise.reason())), say("not.graded.next"));
      case OUT_OF_TIME -> List.of(say("out.of.time"), say("out.of.time.next"));
    };
  }

  private List<String> compilerLost() {
    return List.of(
        say("compiler.lost", COMPILER_SECONDS, COMPILER_MEGABYTES), say("compiler.lost.next"));
  }

  private List<String> errors() {
    List<String> lines = new ArrayList<>();
    lines.add(say("does.not.compile"));
    exercise.errors().stream()
        .limit(MAX_ERRORS)
        .forEach(error -> lines.addAll(shortened(error).lines(language)));
    if (exercise.errors().size() > MAX_ERRORS) {
      lines.add(say("more", exercise.errors().size() - MAX_ERRORS));
    }
    lines.add(say("does.not.compile.next", exercise.exercise()));
    return lines;
  }

  /** As seen from the folder where the student's classes stand. */
  private SourceError shortened(SourceError error) {
    String folder =
        Course.named(exercise.exercise())
            .map(one -> one.sourceFolder().substring(one.sourceRoot().length()))
            .orElse("");
    return error.file().startsWith(folder)
        ? new SourceError(
            error.file().substring(folder.length()),
            error.line(),
            error.column(),
            error.message(),
            error.source())
        : error;
  }

  private String studentFile() {
    return Course.named(exercise.exercise()).map(Course::studentFile).orElse(exercise.exercise());
  }

  private String sourceFolder() {
    return Course.named(exercise.exercise()).map(Course::sourceFolder).orElse(exercise.exercise());
  }

  private String say(String key, Object... values) {
    return words.say(key, values);
  }
}
