package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import tp6.grader.diff.DiffPage;
import tp6.grader.diff.DiffReport;
import tp6.grader.diff.DiffText;
import tp6.grader.diff.Paint;
import tp6.grader.report.Json;
import tp6.grader.text.UserError;

/** The options that say how a diff is shown, and the showing. */
final class DiffViews {
  private static final int LEAST_WIDTH = 40;
  private static final int MOST_WIDTH = 1_000;
  private static final int USUAL_WIDTH = 120;

  @Option(names = "--side-by-side", description = "both beside each other, for wide terminals")
  private boolean sideBySide;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "of the terminal, for --side-by-side (default: $COLUMNS, or 120)")
  private Integer width;

  @Option(names = "--html", paramLabel = "FILE", description = "write a page, too")
  private Path page;

  @Option(names = "--json", paramLabel = "FILE", description = "write it for programs, too")
  private Path json;

  void requireSensible() {
    if (width != null && !sideBySide) {
      throw new UserError("width.alone");
    }
    if (width != null && (width < LEAST_WIDTH || width > MOST_WIDTH)) {
      throw new UserError("number", "--width", LEAST_WIDTH, MOST_WIDTH, width);
    }
  }

  /** Writes the files that are asked for, and then to the screen. */
  void show(DiffReport report, PrintWriter screen) throws IOException {
    if (page != null) {
      OutputFile.write(page, DiffPage.of(report));
    }
    if (json != null) {
      OutputFile.write(json, Json.write(report));
    }
    Paint paint = Terminal.isThere() && Ansi.AUTO.enabled() ? Paint.ANSI : Paint.NONE;
    screen.print(
        sideBySide
            ? DiffText.sideBySide(report, paint, columns())
            : DiffText.unified(report, paint));
    screen.flush();
  }

  private int columns() {
    String told = System.getenv().getOrDefault("COLUMNS", "");
    int columns = told.matches("\\d{2,4}") ? Integer.parseInt(told) : USUAL_WIDTH;
    return width != null ? width : Math.max(columns, LEAST_WIDTH);
  }
}
