package tp6.grader.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tp6.grader.course.Course;

/**
 * What is the same for all submissions of a run.
 *
 * @param exercises to be graded, in the order of the course
 * @param language of everything a student reads
 * @param seed from which the values in the tests are drawn
 * @param limit for an exercise
 * @param only the stage asked for, run with those it needs
 * @param release of Java that the sources are written in
 * @param isolation of the students' programs
 */
public record Rules(
    List<Course> exercises,
    Locale language,
    int seed,
    Duration limit,
    OptionalInt only,
    String release,
    Isolation isolation) {

  public Rules {
    exercises = List.copyOf(exercises);
  }

  /** The same for other exercises. */
  public Rules withExercises(List<Course> others) {
    return new Rules(others, language, seed, limit, only, release, isolation);
  }

  /** The same with another seed. */
  public Rules withSeed(int other) {
    return new Rules(exercises, language, other, limit, only, release, isolation);
  }
}
