package tp6.stage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tp6.stage.Story;
import tp6.stage.text.Words;

/** A grade in words, for whatever it is written to. */
public final class Telling {
  private final Grade grade;
  private final Words words;

  public Telling(Grade grade) {
    this.grade = grade;
    this.words = Words.of(grade.settings().language());
  }

  Words words() {
    return words;
  }

  /** What stands in the last column of a stage's row. */
  public String verdict(StageResult stage) {
    return switch (stage.outcome()) {
      case PASSED, FAILED -> points(stage.earned(), stage.points());
      case NOT_STARTED -> words.say("not.started");
      case OUT_OF_TIME -> words.say("out.of.time");
      case NOT_RUN -> words.say("not.run");
      case WAITING ->
          words.say(
              "waits",
              grade.waitsFor(stage).stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")));
    };
  }

  /** No number where not all was judged: it would be taken for a grade. */
  String total() {
    return grade.hasAny(Outcome.OUT_OF_TIME) || grade.failure().isPresent()
        ? " - / " + padded(grade.points())
        : points(grade.earned(), grade.points());
  }

  private static String points(int earned, int points) {
    return padded(earned) + " / " + padded(points);
  }

  private static String padded(int number) {
    return number < 10 ? " " + number : Integer.toString(number);
  }

  /** Why a stage was lost, line by line; nothing where there is no story. */
  public List<String> story(StageResult stage) {
    List<String> lines = new ArrayList<>();
    stage.story().ifPresent(story -> tell(stage, story, lines));
    return lines;
  }

  private void tell(StageResult stage, Story story, List<String> lines) {
    lines.addAll(story.causes());
    lines.addAll(story.steps());
    lines.addAll(story.findings());
    if (!story.hint().isEmpty()) {
      lines.add(words.say("hint", story.hint()));
    }
    if (stage.outcome() == Outcome.FAILED) {
      lines.add(words.say("again", grade.again(stage)));
    }
  }

  /** What is to be said of the whole run, below the table. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (grade.settings().only().isPresent()) {
      remarks.add(words.say("only"));
    }
    if (grade.hasAny(Outcome.OUT_OF_TIME)) {
      remarks.add(words.say("out.of.time.why"));
    }
    if (grade.failure().isPresent()) {
      remarks.add(words.say("not.run.why"));
    }
    if (grade.hasAny(Outcome.FAILED)) {
      remarks.add(words.say("seed", grade.settings().seed()));
    }
    return remarks;
  }
}
