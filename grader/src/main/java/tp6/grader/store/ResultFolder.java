package tp6.grader.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.report.Classroom50;
import tp6.grader.report.Gradescope;
import tp6.grader.report.JUnitXml;
import tp6.grader.report.Json;
import tp6.grader.report.ResultMarkdown;
import tp6.grader.text.TextFile;

/**
 * The files about one submission. {@code grade.json} is the last of them: with it, all are there.
 */
public final class ResultFolder {
  private static final String GRADE = "grade.json";
  private static final long MAX_BYTES = 8L << 20;
  private static final String CLASSROOM = "result.json";

  private ResultFolder() {}

  /** Writes them, in place of those of an earlier grading. */
  public static void write(Result result, Path folder) throws IOException {
    write(result, folder, System.getenv(), Clock.systemUTC());
  }

  public static void write(Result result, Path folder, Map<String, String> environment, Clock clock)
      throws IOException {
    Files.createDirectories(folder);
    clear(folder);
    TextFile.write(folder.resolve("grade.md"), ResultMarkdown.of(result));
    for (ExerciseResult exercise : result.exercises()) {
      Path suite = folder.resolve("TEST-" + exercise.exercise() + ".xml");
      TextFile.write(suite, JUnitXml.of(result, exercise));
    }
    TextFile.write(folder.resolve("results.json"), Gradescope.of(result));
    // It takes numbers alone, so that no grade at all is told by no file.
    if (result.isGraded()) {
      String classroom = new Classroom50(environment, clock).of(result);
      TextFile.write(folder.resolve(CLASSROOM), classroom);
    }
    AtomicFile.write(folder.resolve(GRADE), Json.write(result));
  }

  /** When the result was written, if there is one. */
  static Optional<Instant> writtenAt(Path folder) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(GRADE)).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether there is a result, and be it one that cannot be read. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(GRADE));
  }

  /** Were it to stay, a grading that is broken off would pass for done. */
  private static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(GRADE));
    Files.deleteIfExists(folder.resolve(CLASSROOM));
    try (DirectoryStream<Path> suites = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path suite : suites) {
        Files.delete(suite);
      }
    }
  }

  /**
   * Reads a result back. Empty where there is none, or none that is whole and at most 8 MiB.
   *
   * @throws UncheckedIOException where there is one and it cannot be read
   */
  public static Optional<Result> read(Path folder) {
    try {
      if (Files.size(folder.resolve(GRADE)) > MAX_BYTES) {
        return Optional.empty();
      }
      JsonNode json = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve(GRADE)));
      return json.path("schema").asInt(0) == Result.SCHEMA
          ? Optional.of(Json.MAPPER.treeToValue(json, Result.class))
          : Optional.empty();
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be read: " + folder.resolve(GRADE), e);
    }
  }
}
