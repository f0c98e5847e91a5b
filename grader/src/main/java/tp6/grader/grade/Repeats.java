package tp6.grader.grade;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tp6.stage.report.Outcome;
import tp6.stage.report.StageResult;

/**
 * What came of running an exercise more than once.
 *
 * @param seeds one a run; the first run is the one that counts
 * @param unstable the stages that did not end in the same way each time
 */
@JsonPropertyOrder({"seeds", "unstable"})
public record Repeats(List<String> seeds, List<Unstable> unstable) {
  /**
   * A stage that did not always end in the same way.
   *
   * @param outcomes one a seed
   */
  @JsonPropertyOrder({"stage", "outcomes"})
  public record Unstable(int stage, List<Outcome> outcomes) {
    public Unstable {
      outcomes = List.copyOf(outcomes);
    }
  }

  public Repeats {
    seeds = List.copyOf(seeds);
    unstable = List.copyOf(unstable);
  }

  /** Compares runs of the same stages, one a seed. */
  static Repeats of(List<String> seeds, List<List<StageResult>> runs) {
    List<Unstable> unstable = new ArrayList<>();
    for (int i = 0; i < runs.get(0).size(); i++) {
      int stage = i;
      List<Outcome> outcomes = runs.stream().map(run -> run.get(stage).outcome()).toList();
      if (outcomes.stream().distinct().count() > 1) {
        unstable.add(new Unstable(runs.get(0).get(i).number(), outcomes));
      }
    }
    return new Repeats(seeds, unstable);
  }

  /** The seeds with which a stage ended in this way. */
  public List<String> seedsOf(Unstable stage, Outcome outcome) {
    return IntStream.range(0, seeds.size())
        .filter(i -> stage.outcomes().get(i) == outcome)
        .mapToObj(seeds::get)
        .toList();
  }
}
