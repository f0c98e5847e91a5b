package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tp6.grader.page.Templates;
import tp6.grader.report.Json;
import tp6.stage.Visible;

/** The files about what is alike: a page with the passages side by side, and one for programs. */
public final class SimilarPage {
  /** The page, which needs nothing but itself. */
  public static final String FILE = "index.html";

  private static final String JSON = "similar.json";
  private static final int WHOLE = 100;

  private SimilarPage() {}

  /** Writes both, over those of an earlier time. */
  public static void write(Similarity similarity, Locale language, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(JSON), Json.write(similarity), UTF_8);
    Files.writeString(folder.resolve(FILE), of(similarity, language), UTF_8);
  }

  private static String of(Similarity similarity, Locale language) {
    StringOutput page = new StringOutput();
    Templates.render(
        "similar.jte",
        Map.of(
            "similarity", similarity,
            "words", SimilarText.words(language),
            "language", language.getLanguage()),
        page);
    return page.toString();
  }

  /** How long a bar is, in percent of the longest; nothing that is there is left without one. */
  public static int share(int count, List<Integer> counts) {
    int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
    return most == 0 ? 0 : (count * WHOLE + most - 1) / most;
  }

  /** What a student has named, with nothing hidden in it. */
  public static String line(String foreign) {
    return Visible.line(foreign);
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
