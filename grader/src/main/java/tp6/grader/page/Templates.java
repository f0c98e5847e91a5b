package tp6.grader.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;

/** The pages' templates, which are classes by now, and escape what is put into them. */
public final class Templates {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  /** Fills a template that has several parameters, by name. */
  public static void render(String template, Map<String, Object> values, TemplateOutput page) {
    ENGINE.render(template, values, page);
  }

  /** Fills a template that has one parameter. */
  static void render(String template, Object value, TemplateOutput page) {
    ENGINE.render(template, value, page);
  }
}
