package tp6.grader.diff;

import java.util.function.Function;
import java.util.stream.Stream;
import tp6.grader.text.Plain;
import tp6.stage.text.Words;

/** A report for the terminal. */
public final class DiffText {
  private static final int TITLE = 64;
  private static final int COLUMN = 16;

  private final DiffReport report;
  private final Paint paint;
  private final Function<Hunk, Stream<String>> hunks;
  private final Words words;
  private final StringBuilder text = new StringBuilder();

  private DiffText(DiffReport report, Paint paint, Function<Hunk, Stream<String>> hunks) {
    this.report = report;
    this.paint = paint;
    this.hunks = hunks;
    this.words = Words.of(DiffText.class, "words", report.language());
  }

  /** With what has changed one below the other. */
  public static String unified(DiffReport report, Paint paint) {
    return new DiffText(report, paint, new HunkText(paint, 0)::unified).text();
  }

  /**
   * With both beside each other.
   *
   * @param width of the terminal, in characters
   */
  public static String sideBySide(DiffReport report, Paint paint, int width) {
    return new DiffText(report, paint, new HunkText(paint, width)::sideBySide).text();
  }

  private String text() {
    report.behaviours().forEach(this::tell);
    report.exercises().forEach(this::tell);
    return text.toString();
  }

  private void tell(Behaviour behaviour) {
    row(behaviour.title(), behaviour.names());
    for (Behaviour.Stage stage : behaviour.stages()) {
      row("  " + stage.number() + "  " + stage.title(), stage.verdicts());
      stage
          .why()
          .map(loss -> words.say("loss", loss.name(), loss.text()))
          .ifPresent(loss -> line(Plain.forTerminal("       " + loss)));
    }
    row("", behaviour.totals());
    line("");
  }

  private void row(String title, Behaviour.Both both) {
    line(
        title
            + " ".repeat(Math.max(2, TITLE - title.length() - both.left().length()))
            + both.left()
            + " ".repeat(Math.max(2, COLUMN - both.right().length()))
            + both.right());
  }

  private void tell(Comparison comparison) {
    if (comparison.files().isEmpty()) {
      line(words.say("nothing", comparison.left()));
    } else if (comparison.isOneSided()) {
      boolean isLeft = !comparison.files().get(0).left().isEmpty();
      Side side = isLeft ? report.left() : report.right();
      line(words.say("one.sided", comparison.left(), side.name()));
    } else {
      comparison.files().forEach(file -> tell(comparison, file));
    }
  }

  private void tell(Comparison comparison, FileDiff file) {
    String left = report.left().name() + "/" + comparison.left() + "/" + file.left();
    String right = report.right().name() + "/" + comparison.right() + "/" + file.right();
    if (file.same()) {
      line(words.say("same", Plain.forTerminal(comparison.left() + "/" + file.left())));
    } else if (file.right().isEmpty()) {
      line(paint.removed(Plain.forTerminal("--- " + left)));
      line(words.say("only", report.left().name()));
    } else if (file.left().isEmpty()) {
      line(paint.added(Plain.forTerminal("+++ " + right)));
      line(words.say("only", report.right().name()));
    } else {
      line(paint.removed(Plain.forTerminal("--- " + left)));
      line(paint.added(Plain.forTerminal("+++ " + right)));
    }
    FileWords.of(file, words).forEach(this::line);
    file.hunks().forEach(this::tell);
  }

  private void tell(Hunk hunk) {
    line(paint.title(Plain.forTerminal((hunk.places() + " " + hunk.title()).stripTrailing())));
    hunks.apply(hunk).forEach(this::line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
