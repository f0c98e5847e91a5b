package tp6.grader.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import tp6.grader.grade.Result;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** Says of each submission when it was graded, and what came of it: one line. */
record GradedLines(PrintWriter screen, Words words) implements Consumer<Result> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Override
  public void accept(Result result) {
    String time = TIME.format(LocalTime.now());
    screen.println(
        words.say("live.graded", time, Visible.line(result.id()), Progress.told(result)));
    screen.flush();
  }
}
