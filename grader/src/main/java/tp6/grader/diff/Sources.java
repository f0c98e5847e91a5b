package tp6.grader.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import tp6.grader.code.PlainText;
import tp6.grader.course.Course;
import tp6.grader.submission.Submission;

/**
 * What a student has written for an exercise.
 *
 * @param files by their path as seen from the exercise's package
 */
public record Sources(Course exercise, Map<String, String> files) {
  public Sources {
    files = new TreeMap<>(files);
  }

  /** Those that would be graded. */
  public static Sources of(Submission submission, Course exercise) {
    int start = exercise.sourceFolder().length() - exercise.sourceRoot().length();
    Map<String, String> files = new TreeMap<>();
    submission
        .sources()
        .getOrDefault(exercise, Map.of())
        .forEach((path, content) -> files.put(path.substring(start), new String(content, UTF_8)));
    return new Sources(exercise, files);
  }

  /** The file of the class that the course asks for. */
  String mainFile() {
    return exercise.studentFile().substring(exercise.sourceFolder().length());
  }

  /** The same reason, with a file to name where it is not known which one is meant. */
  PlainText named(PlainText why) {
    if (!why.path().isEmpty()) {
      return why;
    }
    String first = files.containsKey(mainFile()) ? mainFile() : files.keySet().iterator().next();
    return new PlainText(why.reason(), first, why.line());
  }

  /** The class that the course asks for. */
  String mainType() {
    return mainFile().replaceAll("\\.java$", "");
  }

  String packageName() {
    return exercise.studentClass().substring(0, exercise.studentClass().lastIndexOf('.'));
  }
}
