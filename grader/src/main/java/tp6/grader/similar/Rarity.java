package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tp6.grader.similar.Program.Member;

/**
 * How rare in a class is what two of its programs have in common. A phrase is a few tokens in a
 * row, fewer at the end of a member: one begins at each token, so that it does not matter in which
 * order the members stand. It weighs log2(N/n) bits where n of N programs have it (the inverse
 * document frequency): nothing where all do, most where these two are alone.
 */
final class Rarity {
  private final int length;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<int[]> phrases;
  private final int[] frequency;
  private final double[] bits;

  /**
   * Counts.
   *
   * @param length of a phrase at most, in tokens
   */
  Rarity(List<Program> programs, int length) {
    this.length = length;
    phrases = programs.stream().map(this::phrases).toList();
    frequency = new int[numbers.size()];
    phrases.forEach(of -> Arrays.stream(of).distinct().forEach(phrase -> frequency[phrase]++));
    bits =
        Arrays.stream(frequency)
            .mapToDouble(many -> Math.log((double) programs.size() / many) / Math.log(2))
            .toArray();
  }

  /** The numbers of all phrases of a program, the lowest first. */
  private int[] phrases(Program program) {
    List<Integer> found = new ArrayList<>();
    for (Member member : program.members()) {
      for (int i = 0; i < member.kinds().size(); i++) {
        found.add(numbers.computeIfAbsent(phrase(member, i), unseen -> numbers.size()));
      }
    }
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private List<Integer> phrase(Member member, int from) {
    return member.kinds().subList(from, Math.min(from + length, member.kinds().size()));
  }

  /**
   * What speaks for a copy: the weight of all phrases that both have, less half of what only one of
   * them has.
   *
   * @param first which of the programs, from 0
   * @return in bits
   */
  double evidence(int first, int second) {
    int[] one = phrases.get(first);
    int[] other = phrases.get(second);
    double evidence = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      if (i < one.length && j < other.length && one[i] == other[j]) {
        evidence += bits[one[i++]];
        j++;
      } else if (j == other.length || i < one.length && one[i] < other[j]) {
        evidence -= bits[one[i++]] / 2;
      } else {
        evidence -= bits[other[j++]] / 2;
      }
    }
    return evidence;
  }

  /** In how many programs the rarest of the phrases is found that begin at some tokens of one. */
  int rarest(Program program, int from, int to) {
    return program.members().stream()
        .flatMapToInt(
            member ->
                IntStream.range(
                        Math.max(0, from - member.from()),
                        Math.min(member.kinds().size(), to - member.from()))
                    .map(i -> frequency[numbers.get(phrase(member, i))]))
        .min()
        .orElseThrow();
  }
}
