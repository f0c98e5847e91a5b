package tp6.stage.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tp6.stage.setting.WrongSetting;

/** What a student gets at home: the table on the terminal, two files under {@code target}. */
final class HomeReport implements GradeReader {
  private static final String JSON = "grade.json";
  private static final String MARKDOWN = "grade.md";

  @Override
  public void begins(Class<?> exercise) {
    try {
      Files.deleteIfExists(target(exercise).resolve(JSON));
      Files.deleteIfExists(target(exercise).resolve(MARKDOWN));
    } catch (IOException e) {
      throw new UncheckedIOException("an old grade cannot be deleted", e);
    }
  }

  @Override
  public void fails(Class<?> exercise, Throwable reason) {
    System.out.println();
    System.out.println(reason instanceof WrongSetting ? reason.getMessage() : reason.toString());
  }

  @Override
  public void reads(Class<?> exercise, Grade grade) {
    System.out.println();
    System.out.print(TextReport.of(grade));
    try {
      Files.writeString(target(exercise).resolve(JSON), JsonReport.of(grade));
      Files.writeString(target(exercise).resolve(MARKDOWN), MarkdownReport.of(grade));
    } catch (IOException e) {
      throw new UncheckedIOException("the grade cannot be written", e);
    }
    if (HomeWatch.isWanted()) {
      HomeWatch.of(exercise, target(exercise).getParent(), grade);
    }
  }

  /** The build folder that the exercise's test classes were compiled into. */
  private static Path target(Class<?> exercise) {
    URI classes =
        URI.create(exercise.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(classes).getParent();
  }
}
