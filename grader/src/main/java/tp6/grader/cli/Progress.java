package tp6.grader.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tp6.grader.grade.Result;
import tp6.grader.report.Points;
import tp6.stage.text.Visible;

/**
 * Tells how far a class is: a bar with an estimate on a terminal, a line a submission elsewhere.
 */
interface Progress extends AutoCloseable {
  void graded(Result result);

  @Override
  void close();

  /** The points, or why there are none. */
  static String told(Result result) {
    return result.reason().isEmpty() ? Points.of(result) : Visible.line(result.reason());
  }

  static Progress on(PrintWriter err, String task, int total, int done) {
    return Terminal.isThere() ? new Bar(task, total, done) : new Lines(err, total, done);
  }

  /** For a person. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String task, int total, int done) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .startsFrom(done, java.time.Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }

    @Override
    public void graded(Result result) {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** For a log. */
  final class Lines implements Progress {
    private final PrintWriter err;
    private final int total;
    private int done;

    Lines(PrintWriter err, int total, int done) {
      this.err = err;
      this.total = total;
      this.done = done;
    }

    @Override
    public void graded(Result result) {
      done++;
      String id = Visible.line(result.id());
      err.println("[" + done + "/" + total + "] " + id + ": " + told(result));
      err.flush();
    }

    @Override
    public void close() {
      // Each line was complete.
    }
  }
}
