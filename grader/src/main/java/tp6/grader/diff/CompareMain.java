package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tp6.grader.code.JavacReader;
import tp6.grader.course.CourseFiles;
import tp6.grader.process.Answers;
import tp6.grader.process.Background;
import tp6.grader.report.Json;

/** A JVM that reads what students have sent, and tells how it differs. It runs nothing of it. */
final class CompareMain {
  /** Two solutions. */
  record Question(Sources left, Sources right) {}

  private final CourseFiles course = CourseFiles.packed();
  private final JavacReader reader;

  /** The last one on the left, which others are mostly compared with, too. */
  private Optional<Solution> last = Optional.empty();

  private CompareMain(JavacReader reader) {
    this.reader = reader;
  }

  /** Takes the course's classes and the release of Java, and then questions. */
  public static void main(String[] args) throws IOException {
    CompareMain comparing = new CompareMain(new JavacReader(Path.of(args[0]), args[1]));
    Answers.with(
        question ->
            Json.write(comparing.compare(Json.read(question, Question.class))).getBytes(UTF_8),
        Background.thread("comparing"));
  }

  private Comparison compare(Question question) {
    if (last.filter(one -> one.sources().equals(question.left())).isEmpty()) {
      last = Optional.of(read(question.left()));
    }
    return Comparison.of(last.get(), read(question.right()));
  }

  private Solution read(Sources sources) {
    int folder = sources.packageName().length() + 1;
    Map<String, String> given = new TreeMap<>();
    course
        .given(sources.exercise())
        .forEach((path, text) -> given.put(path.substring(folder), new String(text, UTF_8)));
    String mainClass = sources.exercise().studentClass();
    return Solution.of(sources, reader.read(mainClass, sources.files(), given));
  }
}
