package tp6.grader.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.grade.Result;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;

/** A solution that others are compared with. */
public final class Reference {
  private final Submission solution;

  private Reference(Path path) throws IOException {
    this.solution = Intake.of(path, CourseFiles.packed());
  }

  /**
   * What is handed in at a path, or the course with its solutions.
   *
   * @throws Refused where nothing there can be read
   */
  public static Reference at(Path path) throws IOException {
    return new Reference(path);
  }

  /**
   * How a submission differs from it, in the graded exercises that both have; in none where nothing
   * of the submission can be read, which its grade tells.
   */
  public List<Comparison> compare(
      Path submission, Result grade, Intake.Reading reading, Comparer comparer) throws IOException {
    Submission other;
    try {
      other = reading.read(submission);
    } catch (Refused e) {
      return List.of();
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (Course exercise : Course.all()) {
      if (grade.exercise(exercise.module()).isPresent()
          && solution.sources().containsKey(exercise)
          && other.sources().containsKey(exercise)) {
        comparisons.add(
            comparer.compare(Sources.of(solution, exercise), Sources.of(other, exercise)));
      }
    }
    return comparisons;
  }
}
