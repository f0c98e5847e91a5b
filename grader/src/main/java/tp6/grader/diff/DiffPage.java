package tp6.grader.diff;

import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import tp6.grader.page.Templates;
import tp6.stage.Words;

/** A report as a page that needs nothing else. */
public final class DiffPage {
  private DiffPage() {}

  public static String of(DiffReport report) {
    TemplateOutput page = new StringOutput();
    Words words = words(report.language());
    Templates.render("diff.jte", Map.of("report", report, "words", words), page);
    return page.toString();
  }

  /** What there is to say of a comparison. */
  public static Words words(Locale language) {
    return Words.of(DiffPage.class, "words", language);
  }
}
