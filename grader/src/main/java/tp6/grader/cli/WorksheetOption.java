package tp6.grader.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import tp6.grader.text.UserError;

/** Moodle's own table of grades, to be filled in. */
final class WorksheetOption {
  @Option(
      names = "--moodle-worksheet",
      paramLabel = "FILE",
      description = "fill in a copy of this grading worksheet, as downloaded from Moodle")
  private Optional<Path> file = Optional.empty();

  Optional<Path> file() {
    file.filter(path -> !Files.isRegularFile(path))
        .ifPresent(
            path -> {
              throw new UserError("no.such.worksheet", path);
            });
    return file;
  }
}
