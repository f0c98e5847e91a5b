package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tp6.grader.moodle.Absentees;
import tp6.grader.moodle.WorksheetFilling;
import tp6.grader.moodle.WorksheetStudents.Who;
import tp6.grader.process.Folders;
import tp6.grader.report.Sentences;
import tp6.grader.store.ClassFolder;
import tp6.grader.text.UserError;

/** Moodle's own table of grades, to be filled in. */
final class WorksheetOption {
  private static final String KEPT = "worksheet";

  @Option(
      names = "--moodle-worksheet",
      paramLabel = "FILE",
      description =
          "fill in a copy of this grading worksheet, as downloaded from Moodle; it is kept in --out"
              + " for the next time")
  private Optional<Path> file = Optional.empty();

  /** The one that is named, or else the one that is kept in the folder of the grades. */
  Optional<Path> file(Path out) throws IOException {
    file.filter(path -> !Files.isRegularFile(path))
        .ifPresent(
            path -> {
              throw new UserError("no.such.worksheet", path);
            });
    Path kept = out.resolve(KEPT);
    if (file.isPresent() || !Files.isDirectory(kept)) {
      return file;
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(path -> !path.getFileName().toString().startsWith(".")).findFirst();
    }
  }

  /**
   * Tries a worksheet with a whole class before anything is written.
   *
   * @param say takes what does not fit, line by line
   * @return who has handed in nothing
   * @throws IOException where it is none, or could not be filled in
   */
  static Absentees absentees(
      Optional<Path> sheet, Path out, List<Who> all, Locale language, Consumer<String> say)
      throws IOException {
    if (sheet.isEmpty()) {
      return Absentees.NONE;
    }
    WorksheetFilling before = ClassFolder.before(sheet.get(), out, all, language);
    Stream.concat(
            before.remarks().stream(), before.absentees().line(Sentences.in(language)).stream())
        .forEach(remark -> say.accept("grader: " + remark));
    return before.absentees();
  }

  /**
   * Keeps a copy of the one that is named as it came: in a filled one, grades look given by hand.
   */
  void keep(Path out) throws IOException {
    Path kept = out.resolve(KEPT).toAbsolutePath();
    if (file.isPresent() && !file.get().toAbsolutePath().startsWith(kept)) {
      Folders.delete(kept);
      Files.createDirectories(kept);
      Files.copy(file.get(), kept.resolve(file.get().getFileName()));
    }
  }
}
