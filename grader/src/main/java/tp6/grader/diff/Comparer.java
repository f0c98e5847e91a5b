package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tp6.grader.compile.Worker;
import tp6.grader.course.CourseFiles;
import tp6.grader.report.Json;
import tp6.grader.run.Isolation;
import tp6.grader.run.ReadingRoom;

/** Compares what the code of solutions says; they are read where they can do no harm. */
public final class Comparer implements Closeable {
  private final CourseFiles course = CourseFiles.packed();
  private final ReadingRoom room;
  private final Worker worker;

  /**
   * Gets ready.
   *
   * @param isolation of what reads the sources
   * @param release of Java that they are written in
   */
  public Comparer(Isolation isolation, String release) throws IOException {
    this.room = new ReadingRoom(isolation);
    this.worker = room.worker(CompareMain.class, room.common().toString(), release);
  }

  /**
   * Compares two solutions, as plain text where one does not compile or takes too much to read.
   *
   * @throws IOException where that is not the fault of their sources
   */
  public Comparison compare(Sources left, Sources right) throws IOException {
    if (left.files().isEmpty() || right.files().isEmpty()) {
      return Comparison.ofText(left, right);
    }
    CompareMain.Question question =
        new CompareMain.Question(left, given(left), right, given(right));
    try {
      Optional<byte[]> answer = worker.ask(Json.write(question).getBytes(UTF_8));
      if (answer.isPresent()) {
        return Json.read(answer.get(), Comparison.class);
      }
    } catch (JacksonException e) {
      // Sources have got hold of what reads them, and answer in its place.
    }
    PlainText why = new PlainText(PlainText.Reason.TOO_MUCH, left.firstFile(), 0);
    return Comparison.ofText(left, right, why);
  }

  private Map<String, String> given(Sources sources) {
    Map<String, String> given = new TreeMap<>();
    String folder = sources.packageName().replace('.', '/') + "/";
    course
        .given(sources.exercise())
        .forEach(
            (path, text) -> given.put(path.substring(folder.length()), new String(text, UTF_8)));
    return given;
  }

  @Override
  public void close() throws IOException {
    worker.close();
    room.close();
  }
}
