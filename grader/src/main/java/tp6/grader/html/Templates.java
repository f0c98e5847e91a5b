package tp6.grader.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.FileOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The pages' templates, which are classes by now, and escape what is put into them. */
public final class Templates {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  /** Fills a template that has several parameters, by name. */
  public static String render(String template, Map<String, Object> values) {
    TemplateOutput page = new StringOutput();
    ENGINE.render(template, values, page);
    return page.toString();
  }

  /** Fills a template that has one parameter. */
  public static String render(String template, Object value) {
    TemplateOutput page = new StringOutput();
    ENGINE.render(template, value, page);
    return page.toString();
  }

  /** The same into a file. */
  public static void render(String template, Object value, Path file) throws IOException {
    try (FileOutput page = new FileOutput(file)) {
      ENGINE.render(template, value, page);
    }
  }
}
