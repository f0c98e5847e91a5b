package tp6.grader.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.report.Explanation;
import tp6.grader.report.Stability;
import tp6.grader.report.StageText;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.text.Visible;

/** Finds what ended otherwise in two results of one submission. */
final class StageMoves {
  private final Result before;
  private final Result after;
  private final List<StageMove> moves = new ArrayList<>();

  private StageMoves(Result before, Result after) {
    this.before = before;
    this.after = after;
  }

  /** In the exercises that both have. */
  static List<StageMove> between(Result before, Result after) {
    StageMoves moves = new StageMoves(before, after);
    for (ExerciseResult now : after.exercises()) {
      before.exercise(now.exercise()).ifPresent(old -> moves.compare(old, now));
    }
    return moves.moves;
  }

  /** Points in the exercises that have a verdict in both. */
  static int earnedOfBoth(Result result, Result other) {
    return result.exercises().stream()
        .filter(exercise -> isJudgedInBoth(exercise, other))
        .mapToInt(ExerciseResult::earned)
        .sum();
  }

  /** How many there are. */
  static int pointsOfBoth(Result result, Result other) {
    return result.exercises().stream()
        .filter(exercise -> isJudgedInBoth(exercise, other))
        .mapToInt(ExerciseResult::points)
        .sum();
  }

  private static boolean isJudgedInBoth(ExerciseResult exercise, Result other) {
    return exercise.hasVerdict()
        && other.exercise(exercise.exercise()).filter(ExerciseResult::hasVerdict).isPresent();
  }

  private void compare(ExerciseResult old, ExerciseResult now) {
    boolean hadStages = Explanation.isNeedless(old);
    boolean hasStages = Explanation.isNeedless(now);
    if (hadStages && hasStages) {
      TreeSet<Integer> numbers = new TreeSet<>();
      old.stages().forEach(stage -> numbers.add(stage.number()));
      now.stages().forEach(stage -> numbers.add(stage.number()));
      numbers.forEach(number -> compare(old, now, number));
    } else if (old.status() != now.status()) {
      String why =
          hasStages ? Explanation.of(before, old).get(0) : Explanation.of(after, now).get(0);
      moves.add(
          new StageMove(
              now.exercise(),
              Optional.empty(),
              "",
              Plain.name(old.status()),
              Plain.name(now.status()),
              old.hasVerdict() ? old.earned() : 0,
              now.hasVerdict() ? now.earned() : 0,
              why,
              ""));
    }
  }

  private void compare(ExerciseResult old, ExerciseResult now, int number) {
    Optional<StageResult> past = old.stage(number);
    Optional<StageResult> present = now.stage(number);
    boolean same =
        past.map(StageResult::outcome).equals(present.map(StageResult::outcome))
            && earned(past) == earned(present);
    if (same) {
      return;
    }
    boolean isLostNow = earned(present) <= earned(past);
    String why =
        isLostNow
            ? present.map(stage -> why(after, now, stage)).orElse("")
            : past.map(stage -> why(before, old, stage)).orElse("");
    String unstable = Stability.of(after, now, number);
    moves.add(
        new StageMove(
            now.exercise(),
            Optional.of(number),
            present.or(() -> past).orElseThrow().title(),
            past.map(stage -> Plain.name(stage.outcome())).orElse(""),
            present.map(stage -> Plain.name(stage.outcome())).orElse(""),
            earned(past),
            earned(present),
            why,
            unstable.isEmpty() ? Stability.of(before, old, number) : unstable));
  }

  private static int earned(Optional<StageResult> stage) {
    return stage.map(StageResult::earned).orElse(0);
  }

  /** Nothing where a stage has failed and its story is not there. */
  private static String why(Result result, ExerciseResult exercise, StageResult stage) {
    boolean isKnown =
        stage.story().isPresent()
            || stage.outcome() == Outcome.WAITING
            || stage.outcome() == Outcome.NOT_STARTED;
    if (!isKnown) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(new StageText(result, exercise).headline(stage));
    stage.story().ifPresent(story -> lines.addAll(story.findings()));
    return Visible.line(String.join("; ", lines));
  }
}
