package tp6.grader.similar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tp6.grader.course.Course;
import tp6.grader.course.CourseFiles;
import tp6.grader.starter.BrokenCourse;
import tp6.grader.starter.Starter;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;

/** What students were given of their own classes, which nobody has copied. */
public final class Base {
  private Base() {}

  /**
   * By exercise, and there by path below its source root.
   *
   * @param folder the starter, or the course that it is made of
   */
  public static Map<Course, Map<String, byte[]>> in(Path folder) throws IOException {
    try {
      return Starter.isCourse(folder)
          ? ofStarter(Starter.of(folder, Set.of()))
          : Intake.ofFiles(folder, CourseFiles.packed()).sources();
    } catch (Refused e) {
      throw new Refused(e.why().at(folder));
    } catch (BrokenCourse e) {
      throw Refused.because("no.starter", folder);
    }
  }

  private static Map<Course, Map<String, byte[]>> ofStarter(Map<String, byte[]> files) {
    Map<Course, Map<String, byte[]>> base = new TreeMap<>();
    for (Course one : Course.all()) {
      String path = one.studentFile();
      base.put(one, Map.of(path.substring(one.sourceRoot().length()), files.get(path)));
    }
    return base;
  }
}
