package tp6.grader.similar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import tp6.grader.html.Frame;
import tp6.grader.html.Templates;
import tp6.grader.report.Json;
import tp6.grader.text.TextFile;
import tp6.stage.text.Visible;

/** The files about what is alike: a page with the passages side by side, and one for programs. */
public final class SimilarPage {
  /** The page, which needs nothing but itself. */
  public static final String FILE = "index.html";

  private static final String JSON = "similar.json";

  private SimilarPage() {}

  /** Writes both, over those of an earlier time. */
  public static void write(Similarity similarity, Locale language, Path folder) throws IOException {
    String page =
        Templates.render(
            "similar.jte",
            Map.of(
                "frame", Frame.in(language),
                "similarity", similarity,
                "words", SimilarText.words(language)));
    Files.createDirectories(folder);
    TextFile.write(folder.resolve(JSON), Json.write(similarity));
    TextFile.write(folder.resolve(FILE), page);
  }

  /** A line that a student has written, with nothing hidden in it. */
  public static String code(String foreign) {
    return Visible.line(foreign.replace("\t", "    "));
  }

  /** Of a line, as wide as the others. */
  public static String number(int line) {
    return String.format(Locale.ROOT, "%4d", line);
  }
}
