package tp6.grader.diff;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import tp6.stage.Words;

/** A report as a page that needs nothing else. */
public final class DiffPage {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private DiffPage() {}

  public static String of(DiffReport report) {
    TemplateOutput page = new StringOutput();
    Words words = Words.of(DiffPage.class, "words", report.language());
    TEMPLATES.render("diff.jte", Map.of("report", report, "words", words), page);
    return page.toString();
  }
}
