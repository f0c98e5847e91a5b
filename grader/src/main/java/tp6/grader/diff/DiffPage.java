package tp6.grader.diff;

import java.util.Locale;
import java.util.Map;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.stage.text.Words;

/** A report as a page that needs nothing else. */
public final class DiffPage {
  private DiffPage() {}

  public static String of(DiffReport report) {
    return Templates.render(
        "diff.jte",
        Map.of(
            "frame", Frame.in(report.language()),
            "report", report,
            "words", words(report.language())));
  }

  /** What there is to say of a comparison. */
  public static Words words(Locale language) {
    return Words.of(DiffPage.class, "words", language);
  }
}
