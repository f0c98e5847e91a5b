package tp6.stage.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.stage.Exercise;
import tp6.stage.Stages;
import tp6.stage.Story;
import tp6.stage.setting.Settings;
import tp6.stage.text.Words;

/**
 * What a run of an exercise's stages has brought. The denominator is fixed before the first stage:
 * what was not passed is lost.
 *
 * @param exercise the module
 * @param settings of the run
 * @param stages all of them, by number, whether run or not
 */
public record Grade(String exercise, Settings settings, List<StageResult> stages) {
  public Grade {
    stages = List.copyOf(stages);
  }

  /** Nothing has been run yet. */
  static Grade before(Class<?> exercise, Settings settings) {
    return new Grade(
        exercise.getAnnotation(Exercise.class).value(),
        settings,
        stagesBefore(exercise, settings.language()));
  }

  /** The stages of an exercise, of which none has been run. */
  public static List<StageResult> stagesBefore(Class<?> exercise, Locale language) {
    Words words = Words.of(exercise, language);
    return Stages.of(exercise).stream()
        .map(
            stage ->
                new StageResult(
                    stage.number(),
                    words.say(stage.number() + ".title"),
                    stage.points(),
                    Arrays.stream(stage.needs()).boxed().toList(),
                    Outcome.NOT_RUN,
                    Optional.empty()))
        .toList();
  }

  public Grade with(int number, Outcome outcome, Optional<Story> story) {
    return new Grade(
        exercise,
        settings,
        stages.stream()
            .map(stage -> stage.number() == number ? stage.with(outcome, story) : stage)
            .toList());
  }

  /**
   * A stage was passed over: because of one that it needs, because nobody asked for it, or because
   * there was no time left.
   */
  public Grade withSkipped(int number, boolean isOutOfTime) {
    List<Outcome> needed =
        stage(number).needs().stream().map(need -> stage(need).outcome()).toList();
    return with(number, skipped(needed, isOutOfTime), Optional.empty());
  }

  /** What the program has lost is lost, however late it is. */
  private static Outcome skipped(List<Outcome> needed, boolean isOutOfTime) {
    if (needed.contains(Outcome.NOT_STARTED)) {
      return Outcome.NOT_STARTED;
    }
    if (needed.contains(Outcome.FAILED) || needed.contains(Outcome.WAITING)) {
      return Outcome.WAITING;
    }
    return isOutOfTime || needed.contains(Outcome.OUT_OF_TIME)
        ? Outcome.OUT_OF_TIME
        : Outcome.NOT_RUN;
  }

  /** Whether a stage has ended in this way. */
  public boolean hasAny(Outcome outcome) {
    return stages.stream().anyMatch(stage -> stage.outcome() == outcome);
  }

  /** What has kept a stage from being run, where that is no fault of the program's. */
  public Optional<String> failure() {
    return stages.stream()
        .filter(stage -> stage.outcome() == Outcome.NOT_RUN)
        .flatMap(stage -> stage.story().stream())
        .map(story -> String.join("; ", story.causes()))
        .findFirst();
  }

  StageResult stage(int number) {
    return stages.stream().filter(stage -> stage.number() == number).findFirst().orElseThrow();
  }

  /** The lost stages that a stage needs. */
  List<Integer> waitsFor(StageResult stage) {
    return stage.needs().stream().filter(need -> stage(need).outcome() != Outcome.PASSED).toList();
  }

  public int earned() {
    return stages.stream().mapToInt(StageResult::earned).sum();
  }

  public int points() {
    return stages.stream().mapToInt(StageResult::points).sum();
  }

  /** The command that repeats a stage. */
  public String again(StageResult stage) {
    return settings.again().formatted(exercise, stage.number());
  }
}
