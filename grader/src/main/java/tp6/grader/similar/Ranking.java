package tp6.grader.similar;

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

  private Ranking() {}

  private record Found(String first, String second, List<Solutions> common, double surprise) {
    static Found of(String first, String second, List<Solutions> exercises) {
      List<Solutions> common = exercises.stream().filter(one -> one.have(first, second)).toList();
      List<Double> tails = common.stream().map(one -> one.tail(first, second)).toList();
      return new Found(first, second, common, Surprise.of(tails));
    }

    Pair ranked(int rank) {
      return new Pair(
          rank,
          first,
          second,
          rounded(surprise),
          common.stream().map(exercise -> exercise.shared(first, second)).toList());
    }
  }

  /**
   * Tells what was found. Pairs that have no exercise in common cannot be compared.
   *
   * @param base what was left out as given, as {@link Similarity} has it
   * @param top how many pairs are told
   */
  static Similarity of(
      List<String> ids, List<Solutions> exercises, String base, List<LeftOut> leftOut, int top) {
    List<Found> pairs =
        IntStream.range(0, ids.size())
            .boxed()
            .flatMap(
                i ->
                    ids.subList(i + 1, ids.size()).stream()
                        .map(second -> Found.of(ids.get(i), second, exercises)))
            .filter(pair -> !pair.common().isEmpty())
            .sorted(MOST_SURPRISING)
            .toList();
    return new Similarity(
        base,
        ids.size(),
        pairs.size(),
        exercises.stream().map(Solutions::spread).toList(),
        rounded(Math.log10(pairs.size())),
        histogram(pairs),
        leftOut,
        IntStream.range(0, Math.min(top, pairs.size()))
            .mapToObj(i -> pairs.get(i).ranked(i + 1))
            .toList());
  }

  private static List<Integer> histogram(List<Found> pairs) {
    int[] counts = new int[1 + (int) pairs.get(0).surprise()];
    pairs.forEach(pair -> counts[(int) pair.surprise()]++);
    return Arrays.stream(counts).boxed().toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
