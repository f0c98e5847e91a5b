package tp6.grader.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tp6.grader.report.Json;

/** The files about what is alike. */
public final class SimilarFolder {
  /** The page for people. */
  public static final String PAGE = "index.html";

  private static final String JSON = "similar.json";

  private SimilarFolder() {}

  /** Writes them, over those of an earlier time. */
  public static void write(Similarity similarity, Locale language, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(JSON), Json.write(similarity), UTF_8);
    Files.writeString(folder.resolve(PAGE), SimilarPage.of(similarity, language), UTF_8);
  }
}
