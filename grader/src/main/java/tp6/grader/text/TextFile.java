package tp6.grader.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of text in UTF-8. */
public final class TextFile {
  private TextFile() {}

  /** Half a character, which has no bytes, becomes a question mark: it stops nothing. */
  public static Path write(Path file, String text) throws IOException {
    return Files.write(file, text.getBytes(UTF_8));
  }
}
