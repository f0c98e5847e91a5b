package tp6.stage.report;

/** A grade for the terminal: a row for each stage, and under a lost one its story. */
public final class TextReport {
  private static final int WIDTH = 68;

  private TextReport() {}

  public static String of(Grade grade) {
    Telling telling = new Telling(grade);
    StringBuilder text = new StringBuilder(row(grade.exercise(), telling.total()));
    for (StageResult stage : grade.stages()) {
      text.append(row("  " + stage.number() + "  " + stage.title(), telling.verdict(stage)));
      telling.story(stage).forEach(line -> text.append("       ").append(line).append('\n'));
    }
    telling.remarks().forEach(remark -> text.append(remark).append('\n'));
    return text.toString();
  }

  private static String row(String left, String right) {
    return left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right + "\n";
  }
}
