package tp6.grader.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rare in a class is what two of its programs have in common. A phrase is a few tokens in a
 * row, fewer at the end of a member: one begins at each token, so that it does not matter in which
 * order the members stand. It weighs log2(N/n) bits where n of N programs have it (the inverse
 * document frequency): nothing where all do, most where these two are alone.
 */
final class Rarity {
  private final int length;
  private final List<int[]> phrases = new ArrayList<>();
  private final List<int[]> sorted = new ArrayList<>();
  private final int[] frequency;
  private final double[] weight;

  /**
   * Counts.
   *
   * @param length of a phrase at most, in tokens
   */
  Rarity(List<Program> programs, int length) {
    this.length = length;
    Map<String, Integer> numbers = new HashMap<>();
    for (Program program : programs) {
      phrases.add(phrases(program, numbers));
    }
    frequency = new int[numbers.size()];
    for (int[] of : phrases) {
      int[] own = Arrays.stream(of).filter(phrase -> phrase >= 0).sorted().toArray();
      sorted.add(own);
      Arrays.stream(own).distinct().forEach(phrase -> frequency[phrase]++);
    }
    weight =
        Arrays.stream(frequency)
            .mapToDouble(many -> Math.log((double) programs.size() / many) / Math.log(2))
            .toArray();
  }

  /** A number a token for the phrase that begins there, -1 where the token was given. */
  private int[] phrases(Program program, Map<String, Integer> numbers) {
    int[] found = new int[program.length()];
    Arrays.fill(found, -1);
    for (Program.Member member : program.members()) {
      for (int i = member.from(); i < member.to(); i++) {
        String text = program.text(i, Math.min(i + length, member.to()));
        found[i] = numbers.computeIfAbsent(text, one -> numbers.size());
      }
    }
    return found;
  }

  /** What all phrases of a program weigh, in bits. */
  double weight(int program) {
    return Arrays.stream(sorted.get(program)).mapToDouble(phrase -> weight[phrase]).sum();
  }

  /** What the phrases weigh that two programs have in common, in bits. */
  double shared(int first, int second) {
    int[] one = sorted.get(first);
    int[] other = sorted.get(second);
    double sum = 0;
    int j = 0;
    for (int i = 0; i < one.length && j < other.length; i++) {
      while (j < other.length && other[j] < one[i]) {
        j++;
      }
      if (j < other.length && other[j] == one[i]) {
        sum += weight[one[i]];
        j++;
      }
    }
    return sum;
  }

  /** In how many programs the rarest of some phrases is found, by the tokens they begin with. */
  int rarest(int program, int from, int to) {
    return Arrays.stream(phrases.get(program), from, to)
        .filter(phrase -> phrase >= 0)
        .map(phrase -> frequency[phrase])
        .min()
        .orElse(sorted.size());
  }
}
