package tp6.grader.rerun;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tp6.grader.grade.Result;
import tp6.grader.report.Json;
import tp6.grader.store.GradedClass;
import tp6.grader.store.Run;

/**
 * What has become of a class that was graded again.
 *
 * @param language of the texts in it
 * @param settings in which the two runs differ
 * @param compared how many submissions have a result in both
 * @param moved those of them with a stage that ended otherwise; who lost most comes first
 * @param missing who has a result in the old run alone
 * @param added who has one in the new run alone
 */
@JsonPropertyOrder({"schema", "language", "settings", "compared", "moved", "missing", "added"})
public record Comparison(
    String language,
    List<Run.Change> settings,
    int compared,
    List<Move> moved,
    List<String> missing,
    List<String> added) {

  /**
   * A submission with another result.
   *
   * @param before points then, of the exercises that have a verdict in both
   * @param after points now, of the same exercises
   */
  public record Move(
      String id, String name, int before, int after, int points, List<StageMove> stages) {
    int gained() {
      return after - before;
    }
  }

  @JsonProperty
  public int schema() {
    return 1;
  }

  /** Compares two results of a class, submission by submission. */
  public static Comparison of(GradedClass old, GradedClass now) throws IOException {
    SortedSet<String> all = new TreeSet<>(old.ids());
    all.addAll(now.ids());
    List<Move> moved = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int compared = 0;
    String language = Locale.ENGLISH.getLanguage();
    for (String id : all) {
      Optional<Result> before = old.read(id);
      Optional<Result> after = now.read(id);
      if (before.isPresent() && after.isPresent()) {
        compared++;
        language = after.get().language();
        move(before.get(), after.get()).ifPresent(moved::add);
      } else if (before.isPresent()) {
        missing.add(id);
      } else if (after.isPresent()) {
        added.add(id);
      }
    }
    moved.sort(Comparator.comparingInt(Move::gained).thenComparing(Move::id));
    return new Comparison(language, settings(old, now), compared, moved, missing, added);
  }

  private static List<Run.Change> settings(GradedClass old, GradedClass now) {
    return old.run().isPresent() && now.run().isPresent()
        ? old.run().get().changesTo(now.run().get())
        : List.of();
  }

  private static Optional<Move> move(Result before, Result after) {
    List<StageMove> stages = StageMoves.between(before, after);
    return stages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Move(
                after.id(),
                after.name(),
                StageMoves.earnedOfBoth(before, after),
                StageMoves.earnedOfBoth(after, before),
                StageMoves.pointsOfBoth(after, before),
                stages));
  }

  /** Whether all is as it was. */
  public boolean nothingMoved() {
    return moved.isEmpty() && missing.isEmpty() && added.isEmpty();
  }

  /** As a file for programs; its schema is {@code comparison.schema.json}. */
  public String json() {
    return Json.write(this);
  }
}
