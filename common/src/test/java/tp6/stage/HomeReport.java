package tp6.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a student gets at home: the table on the terminal, two files under {@code target}. */
final class HomeReport {
  private HomeReport() {}

  static void publish(Class<?> exercise, Grade grade) {
    System.out.println();
    System.out.println(TextReport.of(grade));
    Path target = target(exercise);
    try {
      Files.writeString(target.resolve("grade.json"), JsonReport.of(grade));
      Files.writeString(target.resolve("grade.md"), MarkdownReport.of(grade));
    } catch (IOException e) {
      throw new UncheckedIOException("the grade cannot be written to " + target, e);
    }
  }

  /** The build folder that the exercise's test classes were compiled into. */
  private static Path target(Class<?> exercise) {
    URI classes =
        URI.create(exercise.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(classes).getParent();
  }
}
