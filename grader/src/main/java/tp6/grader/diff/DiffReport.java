package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tp6.grader.grade.ExerciseResult;
import tp6.grader.grade.Result;

/**
 * Two solutions, by what they say and by what they do.
 *
 * @param exercises what they say, exercise by exercise
 */
@JsonPropertyOrder({"schema", "same", "left", "right", "exercises"})
public record DiffReport(
    Side left, Side right, List<Comparison> exercises, @JsonIgnore Locale language) {

  /** Goes up when a field of the JSON changes its meaning or goes. */
  public static final int SCHEMA = 1;

  /**
   * One of the two.
   *
   * @param name short, and another one than that of the other side
   * @param grade what it does, where that is known
   */
  public record Side(String name, Optional<Result> grade) {
    Optional<ExerciseResult> exercise(String module) {
      return grade.stream()
          .flatMap(result -> result.exercises().stream())
          .filter(one -> one.exercise().equals(module))
          .findFirst();
    }
  }

  public DiffReport {
    exercises = List.copyOf(exercises);
  }

  @JsonProperty
  public int schema() {
    return SCHEMA;
  }

  /** Whether both say the same in all exercises. */
  @JsonProperty
  public boolean same() {
    return exercises.stream().allMatch(Comparison::same);
  }

  /** What they do, where it is known of both, exercise by exercise. */
  public List<Behaviour> behaviours() {
    return exercises.stream()
        .filter(one -> left.exercise(one.left()).isPresent())
        .filter(one -> right.exercise(one.right()).isPresent())
        .map(one -> Behaviour.of(one, this))
        .toList();
  }
}
