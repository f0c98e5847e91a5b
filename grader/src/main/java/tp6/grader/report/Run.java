package tp6.grader.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import tp6.grader.course.Course;
import tp6.grader.run.Rules;

/**
 * What the submissions of a run have in common.
 *
 * @param course a digest of the files that all submissions are graded with
 * @param shard which part of a class it is, as in 3/8
 * @param submissions their ids
 */
@JsonPropertyOrder({"schema", "course", "exercises", "language", "seed", "limit", "release"})
public record Run(
    String course,
    List<String> exercises,
    String language,
    int seed,
    long limit,
    String release,
    String isolation,
    String shard,
    List<String> submissions) {

  public Run {
    exercises = List.copyOf(exercises);
    submissions = List.copyOf(submissions);
  }

  /** A run under these rules. */
  public static Run of(Rules rules, String course, String shard, List<String> submissions) {
    return new Run(
        course,
        rules.exercises().stream().map(Course::module).toList(),
        rules.language().getLanguage(),
        rules.seed(),
        rules.limit().toSeconds(),
        rules.release(),
        rules.isolation().toString(),
        shard,
        submissions);
  }

  @JsonProperty
  public int schema() {
    return 1;
  }

  /** The run of a class whose parts were graded in this way. */
  public Run ofWholeClass(List<String> all) {
    return new Run(course, exercises, language, seed, limit, release, isolation, "1/1", all);
  }

  /** How another run was asked for otherwise, seed and part aside: one phrase an option. */
  public List<String> differencesTo(Run other) {
    List<String> differences = new ArrayList<>();
    note(differences, "course", course, other.course);
    note(differences, "--exercise", exercises, other.exercises);
    note(differences, "--lang", language, other.language);
    note(differences, "--limit", limit, other.limit);
    note(differences, "--release", release, other.release);
    note(differences, "--isolation", isolation, other.isolation);
    return differences;
  }

  private static void note(List<String> differences, String option, Object here, Object there) {
    if (!here.equals(there)) {
      differences.add("%s %s, not %s".formatted(option, here, there));
    }
  }
}
