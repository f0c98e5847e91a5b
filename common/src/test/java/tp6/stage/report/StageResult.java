package tp6.stage.report;

import java.util.List;
import java.util.Optional;
import tp6.stage.Story;

/**
 * What one stage has brought.
 *
 * @param needs the stages it builds on
 * @param story why it was lost, where it was run and lost
 */
public record StageResult(
    int number,
    String title,
    int points,
    List<Integer> needs,
    Outcome outcome,
    Optional<Story> story) {

  public StageResult {
    needs = List.copyOf(needs);
  }

  public int earned() {
    return outcome == Outcome.PASSED ? points : 0;
  }

  StageResult with(Outcome newOutcome, Optional<Story> newStory) {
    return new StageResult(number, title, points, needs, newOutcome, newStory);
  }
}
