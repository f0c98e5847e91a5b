package tp6.grader.rerun;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.report.Explanation;
import tp6.grader.report.Points;
import tp6.grader.report.ResultText;
import tp6.grader.report.Sentences;
import tp6.grader.report.StageText;
import tp6.grader.text.Plain;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;
import tp6.stage.report.Telling;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What a change to a program has changed in its grade: that, and no more. */
public final class ResultChanges {
  private final Result before;
  private final Result after;
  private final Words words;

  private ResultChanges(Result before, Result after) {
    this.before = before;
    this.after = after;
    this.words = Sentences.of(after);
  }

  /**
   * Tells the stages that are won or lost now, and those that are lost in another way.
   *
   * @param after what was graded again: it may be less
   */
  public static String of(Result before, Result after) {
    ResultChanges changes = new ResultChanges(before, after);
    StringBuilder text = new StringBuilder();
    after.exercises().forEach(exercise -> changes.tell(exercise, text));
    return Plain.forTerminal(text.toString());
  }

  /** That the next saving is waited for. */
  public static String waiting(Result result) {
    return atThisTime(Sentences.of(result).say("watch.waiting"));
  }

  /** That these files were saved, and are being graded. */
  public static String grading(Result result, List<Path> saved) {
    String names =
        saved.stream()
            .map(file -> Visible.line(file.getFileName().toString()))
            .collect(Collectors.joining(", "));
    return atThisTime(Plain.forTerminal(Sentences.of(result).say("watch.grading", names)));
  }

  private static String atThisTime(String text) {
    return String.format(Locale.ROOT, "%n%tT  %s", LocalTime.now(), text);
  }

  private void tell(ExerciseResult now, StringBuilder text) {
    text.append(ResultText.row(now.exercise(), Points.inColumn(now)));
    if (!Explanation.isNeedless(now)) {
      text.append(ResultText.indented("       ", Explanation.of(after, now)));
      return;
    }
    Optional<ExerciseResult> old = before.exercise(now.exercise());
    List<StageResult> changed =
        now.stages().stream()
            .filter(stage -> old.isEmpty() || isOther(old.get(), now, stage))
            .toList();
    text.append("  ");
    text.append(
        changed.isEmpty()
            ? words.say("watch.same")
            : words.say("watch.changed", old.map(ExerciseResult::earned).orElse(0)));
    text.append('\n');
    Telling telling = new Telling(now.grade(after.settings()));
    for (StageResult stage : changed) {
      text.append(
          ResultText.row("  " + stage.number() + "  " + stage.title(), telling.verdict(stage)));
      text.append(ResultText.indented("       ", telling.story(stage)));
    }
  }

  private boolean isOther(ExerciseResult old, ExerciseResult now, StageResult stage) {
    StageResult past = old.stage(stage.number()).orElseThrow();
    return past.outcome() != stage.outcome()
        || stage.outcome() == Outcome.FAILED
            && !headline(before, old, past).equals(headline(after, now, stage));
  }

  /** Without numbers, for times and ports are others each time. */
  private static String headline(Result result, ExerciseResult exercise, StageResult stage) {
    return new StageText(result, exercise).headline(stage).replaceAll("\\d+", "0");
  }
}
