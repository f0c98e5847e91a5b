package tp6.grader.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names, and that is written beside what stands on the screen. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new Unwritable(file, e);
    }
  }
}
