package tp6.grader.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import tp6.grader.course.Course;

/** Whatever runs the stages of exercises over compiled programs. */
interface Stager extends Closeable {
  /**
   * Runs them.
   *
   * @param seed from which the values in the tests are drawn
   * @param classes the student's
   * @param folder for whatever else there is to be written
   * @throws StageRun.Failed where that is no fault of the student's
   */
  Attempt run(Course exercise, String seed, Path classes, Path folder)
      throws IOException, StageRun.Failed;

  /** Ends all that it has started. */
  @Override
  void close();
}
