package tp6.grader.rerun;

import java.util.Optional;
import java.util.Set;

/**
 * A stage that ended otherwise, or an exercise as a whole, where only one of two runs had stages to
 * tell of.
 *
 * @param stage its number; missing where it is the exercise
 * @param title empty where it is the exercise
 * @param before the outcome of the stage, or the status of the exercise; empty where there was none
 * @param after the same
 * @param earnedBefore points; none where there is no verdict
 * @param earnedAfter points
 * @param why what the run that lost it tells of it, in a line; empty where that is not known
 * @param unstable how it ended with which seed, where that was not the same each time
 */
public record StageMove(
    String exercise,
    Optional<Integer> stage,
    String title,
    String before,
    String after,
    int earnedBefore,
    int earnedAfter,
    String why,
    String unstable) {

  /** How an exercise ends of which nothing is known. */
  private static final Set<String> NO_VERDICT = Set.of("not-graded", "out-of-time");

  /** Whether points were won or lost: none are where one of the two has no verdict. */
  boolean isAboutPoints() {
    return earnedBefore != earnedAfter
        && !NO_VERDICT.contains(before)
        && !NO_VERDICT.contains(after);
  }

  /** The points before and after. */
  String points() {
    return points(before, earnedBefore) + " -> " + points(after, earnedAfter);
  }

  private static String points(String end, int earned) {
    return NO_VERDICT.contains(end) ? "-" : Integer.toString(earned);
  }

  /** As the summary calls it. */
  String label() {
    return exercise + stage.map(number -> " " + number + "  " + title).orElse("");
  }
}
