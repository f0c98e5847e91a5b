package tp6.grader.cli;

import java.util.Iterator;
import tp6.grader.course.Course;

/** What options that take exercises can be completed with. */
final class ExerciseNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Course.all().stream().map(Course::module).iterator();
  }
}
