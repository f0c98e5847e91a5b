package tp6.grader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tp6.grader.course.Course;
import tp6.grader.starter.BrokenCourse;
import tp6.grader.starter.Starter;
import tp6.grader.starter.StarterFolder;

/** Where things are in this project, seen from the module that runs the tests. */
public final class Project {
  public static final Path ROOT = Path.of("..");

  private Project() {}

  /** The solution of an exercise. */
  public static Path solution(Course exercise) {
    return ROOT.resolve(exercise.studentFile());
  }

  /** The starter, in a folder of its own. */
  static Path asStudentsHaveIt() {
    try {
      Path folder = Files.createDirectories(Path.of("target/students"));
      StarterFolder.write(Starter.of(ROOT, Set.of()), folder);
      return folder;
    } catch (IOException | BrokenCourse e) {
      throw new IllegalStateException(e);
    }
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
