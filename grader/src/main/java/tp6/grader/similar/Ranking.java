package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tp6.grader.similar.Similarity.LeftOut;
import tp6.grader.similar.Similarity.Pair;

/** Puts the pairs of a class in the order of how surprising they are, all exercises together. */
final class Ranking {
  private static final Comparator<Found> MOST_SURPRISING =
      Comparator.comparingDouble(Found::surprise)
          .reversed()
          .thenComparing(Found::first)
          .thenComparing(Found::second);

  private final List<String> ids;
  private final List<Solutions> exercises;
  private final List<Found> pairs = new ArrayList<>();

  private record Found(String first, String second, double surprise) {}

  Ranking(List<String> ids, List<Solutions> exercises) {
    this.ids = ids;
    this.exercises = exercises;
    for (int i = 0; i < ids.size(); i++) {
      for (String second : ids.subList(i + 1, ids.size())) {
        add(ids.get(i), second);
      }
    }
    pairs.sort(MOST_SURPRISING);
  }

  /** Pairs that have no exercise in common cannot be compared. */
  private void add(String first, String second) {
    List<Double> tails =
        common(first, second).stream().map(exercise -> exercise.tail(first, second)).toList();
    if (!tails.isEmpty()) {
      pairs.add(new Found(first, second, Surprise.of(tails)));
    }
  }

  private List<Solutions> common(String first, String second) {
    return exercises.stream().filter(exercise -> exercise.have(first, second)).toList();
  }

  /**
   * Tells what was found.
   *
   * @param base what was left out as given, as {@link Similarity} has it
   * @param top how many pairs are told
   */
  Similarity tell(String base, List<LeftOut> leftOut, int top) {
    return new Similarity(
        base,
        ids.size(),
        pairs.size(),
        exercises.stream().map(Solutions::spread).toList(),
        rounded(Math.log10(pairs.size())),
        histogram(),
        leftOut,
        IntStream.range(0, Math.min(top, pairs.size())).mapToObj(this::pair).toList());
  }

  private List<Integer> histogram() {
    int[] counts = new int[1 + (int) pairs.get(0).surprise()];
    pairs.forEach(pair -> counts[(int) pair.surprise()]++);
    return Arrays.stream(counts).boxed().toList();
  }

  private Pair pair(int place) {
    Found found = pairs.get(place);
    return new Pair(
        place + 1,
        found.first(),
        found.second(),
        rounded(found.surprise()),
        common(found.first(), found.second()).stream()
            .map(exercise -> exercise.shared(found.first(), found.second()))
            .toList());
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
