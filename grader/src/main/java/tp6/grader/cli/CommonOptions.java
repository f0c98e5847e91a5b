package tp6.grader.cli;

import java.util.List;
import picocli.CommandLine.Option;
import tp6.grader.course.Course;
import tp6.grader.text.UserError;

/** Which exercises. */
final class CommonOptions {
  @Option(
      names = "--exercise",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = ExerciseNames.class,
      description = "only these: ${COMPLETION-CANDIDATES} (default: all)")
  private List<String> exercises = List.of();

  /** The exercises asked for, in that order; none where none was. */
  List<Course> named() {
    return exercises.stream().map(CommonOptions::exercise).distinct().toList();
  }

  /** Those asked for in the order of the course, or all where none was. */
  List<Course> exercises() {
    return exercises.isEmpty() ? Course.all() : named().stream().sorted().toList();
  }

  static Course exercise(String name) {
    return Course.named(name).orElseThrow(() -> new UserError("no.such.exercise", name, names()));
  }

  private static String names() {
    return String.join(", ", Course.all().stream().map(Course::module).toList());
  }
}
