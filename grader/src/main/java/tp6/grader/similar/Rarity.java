package tp6.grader.similar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rare in a class is what two of its programs have in common. A phrase is a few tokens in a
 * row: one begins at each token, so that it does not matter in which order the members stand. It
 * weighs log2(N/n) bits where n of N programs have it (the inverse document frequency): nothing
 * where all do, most where these two are alone.
 */
final class Rarity {
  private final int length;
  private final List<Map<List<Integer>, Long>> phrases;
  private final Map<List<Integer>, Long> frequency;

  /**
   * Counts.
   *
   * @param length of a phrase at most, in tokens
   */
  Rarity(List<Program> programs, int length) {
    this.length = length;
    phrases =
        programs.stream()
            .map(program -> program.phrases(length, 0, program.tokens().size()))
            .map(all -> all.collect(groupingBy(identity(), counting())))
            .toList();
    frequency =
        phrases.stream()
            .flatMap(of -> of.keySet().stream())
            .collect(groupingBy(identity(), counting()));
  }

  /**
   * What speaks for a copy: the weight of all phrases that both have, less half of what only one of
   * them has.
   *
   * @param first which of the programs, from 0
   * @return in bits
   */
  double evidence(int first, int second) {
    Set<List<Integer>> all = new HashSet<>(phrases.get(first).keySet());
    all.addAll(phrases.get(second).keySet());
    double evidence = 0;
    for (List<Integer> phrase : all) {
      long one = phrases.get(first).getOrDefault(phrase, 0L);
      long other = phrases.get(second).getOrDefault(phrase, 0L);
      double bits = Math.log((double) phrases.size() / frequency.get(phrase)) / Math.log(2);
      evidence += bits * (Math.min(one, other) - Math.abs(one - other) / 2.0);
    }
    return evidence;
  }

  /** In how many programs the rarest of the phrases is found that begin at some tokens of one. */
  int rarest(Program program, int from, int to) {
    return (int) program.phrases(length, from, to).mapToLong(frequency::get).min().orElseThrow();
  }
}
