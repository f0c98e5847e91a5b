package tp6.grader.diff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A line of one solution or of both.
 *
 * @param left as the first solution has it; empty where it has not
 * @param right as the second solution has it, maybe with other names; empty where it has not
 */
public record Line(Kind kind, String left, String right) {
  /** Which solution has it. */
  public enum Kind {
    @JsonProperty("same")
    SAME,
    /** The first alone. */
    @JsonProperty("removed")
    REMOVED,
    /** The second alone. */
    @JsonProperty("added")
    ADDED
  }
}
