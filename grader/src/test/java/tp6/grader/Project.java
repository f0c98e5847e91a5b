package tp6.grader;

import java.nio.file.Path;
import tp6.grader.course.Course;

/** Where things are in this project, seen from the module that runs the tests. */
public final class Project {
  public static final Path ROOT = Path.of("..");

  private Project() {}

  /** The solution of an exercise. */
  public static Path solution(Course exercise) {
    return ROOT.resolve(exercise.studentFile());
  }

  /** The titles and hints of an exercise's stages are in this folder. */
  static Path words(Course exercise) {
    return testResources(exercise.module())
        .resolve(exercise.stages().getPackageName().replace('.', '/'));
  }

  static Path testResources(String module) {
    return ROOT.resolve(module).resolve("src/test/resources");
  }
}
