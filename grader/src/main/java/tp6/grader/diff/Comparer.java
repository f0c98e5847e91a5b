package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tp6.grader.code.PlainText;
import tp6.grader.code.SandboxedReader;
import tp6.grader.grade.Isolation;
import tp6.grader.report.Json;

/** Compares what the code of solutions says; they are read where they can do no harm. */
public final class Comparer implements Closeable {
  private final SandboxedReader reader;

  /**
   * Gets ready.
   *
   * @param isolation of what reads the sources
   * @param release of Java that they are written in
   */
  public Comparer(Isolation isolation, String release) throws IOException {
    this.reader = new SandboxedReader(isolation, CompareMain.class, release);
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
    CompareMain.Question question = new CompareMain.Question(left, right);
    try {
      Optional<byte[]> answer = reader.ask(Json.write(question).getBytes(UTF_8));
      if (answer.isPresent()) {
        return Json.read(answer.get(), Comparison.class);
      }
    } catch (JacksonException e) {
      // Sources have got hold of what reads them, and answer in its place.
    }
    return Comparison.ofText(left, right, new PlainText(PlainText.Reason.TOO_MUCH, "", 0));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
