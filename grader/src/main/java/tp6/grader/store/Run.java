package tp6.grader.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.course.Course;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;
import tp6.grader.grade.Rules;

/**
 * What the submissions of a run have in common.
 *
 * @param course a digest of the files that all submissions are graded with
 * @param shard which part of a class it is, as in 3/8
 * @param submissions their ids
 * @param repeat how often each exercise was run; once where it is missing
 * @param jdk the version that it was begun with
 * @param listed the ids of the class that a part was cut from; missing where it is the whole class
 */
@JsonPropertyOrder({"schema", "course", "exercises", "language", "seed", "limit", "release"})
public record Run(
    String course,
    List<String> exercises,
    String language,
    String seed,
    long limit,
    String release,
    String isolation,
    String shard,
    List<String> submissions,
    Optional<Integer> repeat,
    Optional<String> jdk,
    Optional<List<String>> listed) {

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
        submissions,
        Optional.of(rules.times()).filter(times -> times > 1),
        Optional.of(Runtime.version().toString()),
        Optional.empty());
  }

  /** The same, as a part of that class. */
  public Run cutFrom(List<String> all) {
    return new Run(
        course,
        exercises,
        language,
        seed,
        limit,
        release,
        isolation,
        shard,
        submissions,
        repeat,
        jdk,
        Optional.of(List.copyOf(all)));
  }

  @JsonProperty
  public int schema() {
    return 1;
  }

  /** As much of a run as one of its results tells. */
  static Run of(Result result) {
    return new Run(
        "",
        result.exercises().stream().map(ExerciseResult::exercise).toList(),
        result.language(),
        result.seed(),
        result.limit(),
        "",
        result.isolation(),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A setting that another run has otherwise.
   *
   * @param name the option, or what else it is called
   */
  public record Change(String name, String before, String after) {}

  /** In which settings a later run differs, as far as both are known. */
  public List<Change> changesTo(Run later) {
    List<Change> changes = new ArrayList<>();
    change(changes, "course", course, later.course);
    change(changes, "--exercise", String.join(",", exercises), String.join(",", later.exercises));
    change(changes, "--lang", language, later.language);
    change(changes, "--seed", seed, later.seed);
    change(changes, "--limit", Long.toString(limit), Long.toString(later.limit));
    change(changes, "--release", release, later.release);
    change(changes, "--isolation", isolation, later.isolation);
    change(changes, "--repeat", times(), later.times());
    change(changes, "JDK", jdk.orElse(""), later.jdk.orElse(""));
    return changes;
  }

  private String times() {
    return repeat.map(String::valueOf).orElse("1");
  }

  private static void change(List<Change> changes, String name, String before, String after) {
    if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
      changes.add(new Change(name, before, after));
    }
  }

  /** The run of a class whose parts were graded in this way. */
  public Run ofWholeClass(List<String> all) {
    return new Run(
        course,
        exercises,
        language,
        seed,
        limit,
        release,
        isolation,
        "1/1",
        all,
        repeat,
        jdk,
        Optional.empty());
  }

  /**
   * How another run was asked for otherwise, seed and part aside: one phrase an option. A limit
   * says nothing about a program, so that it may be another one.
   */
  public List<String> differencesTo(Run other) {
    List<String> differences = new ArrayList<>();
    note(differences, "course", course, other.course);
    note(differences, "--exercise", exercises, other.exercises);
    note(differences, "--lang", language, other.language);
    note(differences, "--release", release, other.release);
    note(differences, "--isolation", isolation, other.isolation);
    note(differences, "--repeat", repeat.orElse(1), other.repeat.orElse(1));
    return differences;
  }

  private static void note(List<String> differences, String option, Object here, Object there) {
    if (!here.equals(there)) {
      differences.add("%s %s / %s".formatted(option, here, there));
    }
  }
}
