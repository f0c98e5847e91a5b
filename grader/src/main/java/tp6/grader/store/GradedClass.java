package tp6.grader.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tp6.grader.grade.Result;
import tp6.grader.report.Json;
import tp6.grader.store.ClassFolder.Grades;
import tp6.grader.submission.Refused;

/** A class that was graded, read back one submission at a time. */
public final class GradedClass {
  private final Optional<Run> run;
  private final SortedSet<String> ids;
  private final Reader reader;

  private interface Reader {
    Optional<Result> read(String id) throws IOException;
  }

  private GradedClass(Optional<Run> run, SortedSet<String> ids, Reader reader) {
    this.run = run;
    this.ids = ids;
    this.reader = reader;
  }

  /**
   * What a run has left.
   *
   * @param place a folder that grade or merge has written, or a grades.json, which has no stories
   * @throws Refused where it is neither
   */
  public static GradedClass at(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw Refused.because("no.such", place);
    }
    if (Files.isRegularFile(place)) {
      return ofTable(place);
    }
    RunFolder folder = new RunFolder(place);
    Run run = folder.run().orElseThrow(() -> Refused.because("not.graded", place));
    return new GradedClass(Optional.of(run), new TreeSet<>(run.submissions()), folder::read);
  }

  private static GradedClass ofTable(Path file) throws IOException {
    Map<String, Result> results = new TreeMap<>();
    try {
      Grades grades = Json.MAPPER.readValue(Files.readAllBytes(file), Grades.class);
      if (grades.schema() != Result.SCHEMA) {
        throw Refused.because("grades.schema", file, grades.schema(), Result.SCHEMA);
      }
      grades.submissions().forEach(result -> results.put(result.id(), result));
    } catch (JacksonException e) {
      throw Refused.because("grades.json", file, e.getOriginalMessage());
    }
    return new GradedClass(
        results.values().stream().findFirst().map(Run::of),
        new TreeSet<>(results.keySet()),
        id -> Optional.ofNullable(results.get(id)));
  }

  /** What was asked for, as far as it is known. */
  public Optional<Run> run() {
    return run;
  }

  /** The submissions of the class, whether they are done or not. */
  public SortedSet<String> ids() {
    return ids;
  }

  /** What came of one; nothing where it is not done. */
  public Optional<Result> read(String id) throws IOException {
    return reader.read(id);
  }
}
