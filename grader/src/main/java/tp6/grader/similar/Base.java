package tp6.grader.similar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
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
    if (!Starter.isCourse(folder)) {
      try {
        return Intake.ofFiles(folder, CourseFiles.packed()).sources();
      } catch (Refused e) {
        throw new Refused(
            "neither the starter nor the course: %s %s".formatted(folder, e.getMessage()));
      }
    }
    Map<Course, Map<String, byte[]>> base = new EnumMap<>(Course.class);
    Map<String, byte[]> files = starter(folder);
    for (Course exercise : Course.values()) {
      Map<String, byte[]> own = new TreeMap<>();
      String path = exercise.studentFile();
      own.put(path.substring(exercise.sourceRoot().length()), files.get(path));
      base.put(exercise, own);
    }
    return base;
  }

  private static Map<String, byte[]> starter(Path course) throws IOException {
    try {
      return Starter.of(course, Set.of());
    } catch (BrokenCourse e) {
      throw new Refused("no starter can be made of " + course + ": see grader starter");
    }
  }
}
