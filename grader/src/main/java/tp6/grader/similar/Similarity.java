package tp6.grader.similar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * How alike the solutions of a class are, and which pairs of them are surprisingly so.
 *
 * @param base what was left out as given: {@code starter}, or {@code common}, what nearly all have
 * @param submissions how many were read
 * @param pairs how many of them have an exercise in common to compare
 * @param exercises how alike chance makes solutions, exercise by exercise
 * @param chance the surprise that one pair in so many is expected to reach by chance
 * @param surprises how many pairs there are up to each whole surprise: from 0 to 1, from 1 to 2...
 * @param leftOut what could not be compared
 * @param ranked the most surprising pairs
 */
@JsonPropertyOrder("schema")
public record Similarity(
    String base,
    int submissions,
    int pairs,
    List<Spread> exercises,
    double chance,
    List<Integer> surprises,
    List<LeftOut> leftOut,
    List<Pair> ranked) {

  private static final int FEW = 10;

  /** Whether there are too few submissions to know what chance does. */
  @JsonIgnore
  public boolean isSmall() {
    return submissions < FEW;
  }

  @JsonProperty
  public int schema() {
    return 1;
  }

  /**
   * The likeness of all pairs in one exercise.
   *
   * @param solutions how many have something of their own
   * @param tokens of their own, in the median
   * @param passage the shortest that counts, in tokens
   * @param median of the similarities, in percent, as are the others
   * @param ninth in ten pairs are less alike
   * @param highest of all
   * @param histogram how many pairs there are from 0 to 10 percent, from 10 to 20...
   */
  public record Spread(
      String exercise,
      int solutions,
      int tokens,
      int passage,
      int median,
      int ninth,
      int highest,
      List<Integer> histogram) {}

  /**
   * What could not be compared.
   *
   * @param exercise empty where it is all of a submission
   */
  public record LeftOut(String id, String exercise, String reason) {
    /** What it is, in a few words. */
    public String label() {
      return (id + " " + exercise).strip();
    }
  }

  /**
   * Two submissions.
   *
   * @param rank from 1, the most surprising
   * @param surprise 3 is what one pair in a thousand reaches by chance
   */
  public record Pair(
      int rank, String first, String second, double surprise, List<Shared> exercises) {
    /** What they share of this exercise; nothing where not both have it. */
    public Optional<Shared> in(String exercise) {
      return exercises.stream().filter(one -> one.exercise().equals(exercise)).findFirst();
    }
  }

  /**
   * What two submissions share of one exercise.
   *
   * @param similarity share of their own tokens in common passages, in percent
   * @param asAlike how many pairs of the class share as much that is rare, this one included
   */
  public record Shared(String exercise, int similarity, int asAlike, List<Passage> passages) {
    /** In how many solutions its rarest passage is found; nothing where there is none. */
    int rarest() {
      return passages.stream().mapToInt(Passage::sharedBy).min().orElse(0);
    }
  }
}
