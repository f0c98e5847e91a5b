package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

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
        .map(one -> Behaviour.of(one, left, right))
        .toList();
  }
}
