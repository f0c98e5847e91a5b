package tp6.grader.grade;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tp6.grader.course.Course;
import tp6.stage.setting.Seed;

/**
 * What is the same for all submissions of a run.
 *
 * @param exercises to be graded, in the order of the course
 * @param language of everything a student reads
 * @param seed from which the values in the tests are drawn
 * @param limit for an exercise, by the clock on the wall
 * @param only the stage asked for, run with those it needs
 * @param release of Java that the sources are written in
 * @param isolation of the students' programs
 * @param times how often each exercise is run, each time with another seed
 */
public record Rules(
    List<Course> exercises,
    Locale language,
    String seed,
    Duration limit,
    OptionalInt only,
    String release,
    Isolation isolation,
    int times) {

  private static final int PATIENCE = 2;

  public Rules {
    exercises = List.copyOf(exercises);
  }

  /** Rules for running each exercise once. */
  public Rules(
      List<Course> exercises,
      Locale language,
      String seed,
      Duration limit,
      OptionalInt only,
      String release,
      Isolation isolation) {
    this(exercises, language, seed, limit, only, release, isolation, 1);
  }

  /** The same for other exercises. */
  public Rules withExercises(List<Course> others) {
    return new Rules(others, language, seed, limit, only, release, isolation, times);
  }

  /** The same with another seed. */
  public Rules withSeed(String other) {
    return new Rules(exercises, language, other, limit, only, release, isolation, times);
  }

  /** The same, with each exercise run so many times. */
  public Rules repeated(int often) {
    return new Rules(exercises, language, seed, limit, only, release, isolation, often);
  }

  /** The same for what is run again because the computer had no time for it. */
  public Rules patient() {
    return new Rules(
        exercises, language, seed, limit.multipliedBy(PATIENCE), only, release, isolation, times);
  }

  /** One for each time that an exercise is run: the seed, and those that it leads to. */
  public List<String> seeds() {
    return IntStream.rangeClosed(1, times).mapToObj(n -> n == 1 ? seed : seed + "." + n).toList();
  }

  /** The same for one submission of a class: of what it sees, nothing is of use to another. */
  public Rules of(String id) {
    return withSeed(Seed.of(seed, "submission/" + id));
  }
}
