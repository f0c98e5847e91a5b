package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import tp6.grader.text.TextFile;

/** A file that an option names, and that is written beside what stands on the screen. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path file, String text) throws IOException {
    try {
      TextFile.write(file, text);
    } catch (IOException e) {
      throw new Unwritable(file, e);
    }
  }
}
