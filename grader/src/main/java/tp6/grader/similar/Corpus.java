package tp6.grader.similar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tp6.grader.similar.Tiling.Tile;

/** The solutions of one exercise, and how alike each two of them are. */
final class Corpus {
  /** Written by so many, a member is taken for given. */
  private static final double NEARLY_ALL = 0.9;

  /** Of fewer programs one cannot say what nearly all have. */
  private static final int MANY = 5;

  /**
   * JPlag's usual passage of nine tokens is a third of a small solution. So a passage is a fifth of
   * what solutions have in the median, and at least four tokens, which are a statement or two.
   */
  private static final int PARTS = 5;

  private static final int SHORTEST = 4;

  private final List<Program> programs;
  private final Map<String, Integer> index = new HashMap<>();
  private final int median;
  private final int passage;
  private final Tiling tiling;
  private final Rarity rarity;
  private final int[] comparable;
  private final float[] similarities;
  private final float[] evidence;
  private final float[] sorted;

  /**
   * Compares them all.
   *
   * @param base what students were given; without it, what nearly all have
   */
  Corpus(List<Program> all, Optional<Program> base) {
    Set<String> given =
        base.map(one -> Set.copyOf(members(one))).orElseGet(() -> whatNearlyAllHave(all));
    all.forEach(program -> program.leaveOut(given::contains));
    programs = all.stream().filter(program -> program.ownTokens() >= SHORTEST).toList();
    IntStream.range(0, programs.size()).forEach(i -> index.put(programs.get(i).id(), i));
    int[] lengths = programs.stream().mapToInt(Program::ownTokens).sorted().toArray();
    median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    passage = Math.max(SHORTEST, Math.min(Tiling.USUAL, median / PARTS));
    tiling = new Tiling(programs, passage);
    rarity = new Rarity(programs, passage);
    comparable = programs.stream().mapToInt(one -> one.comparableTokens(passage)).toArray();
    similarities = new float[pairs()];
    evidence = new float[pairs()];
    IntStream.range(1, programs.size()).parallel().forEach(this::compare);
    sorted = sorted(evidence);
  }

  private static List<String> members(Program program) {
    return program.members().stream()
        .map(member -> program.text(member.from(), member.to()))
        .toList();
  }

  private static Set<String> whatNearlyAllHave(List<Program> programs) {
    if (programs.size() < MANY) {
      return Set.of();
    }
    return programs.stream()
        .flatMap(program -> new HashSet<>(members(program)).stream())
        .collect(Collectors.groupingBy(one -> one, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(member -> member.getValue() >= NEARLY_ALL * programs.size())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** With all before it. What only one of two has speaks against what both have. */
  private void compare(int first) {
    for (int second = 0; second < first; second++) {
      int place = place(first, second);
      int matched = tiling.of(first, second).stream().mapToInt(Tile::length).sum();
      int tokens = comparable[first] + comparable[second];
      similarities[place] = matched == 0 ? 0 : 2f * matched / tokens;
      double half = (rarity.weight(first) + rarity.weight(second)) / 2;
      evidence[place] = (float) (2 * rarity.shared(first, second) - half);
    }
  }

  private static int place(int first, int second) {
    int later = Math.max(first, second);
    return later * (later - 1) / 2 + Math.min(first, second);
  }

  private int place(String first, String second) {
    return place(index.get(first), index.get(second));
  }

  private static float[] sorted(float[] values) {
    float[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** How many solutions there are, those aside that have nothing of their own. */
  int size() {
    return programs.size();
  }

  int pairs() {
    return programs.size() * (programs.size() - 1) / 2;
  }

  /** Tokens of their own that solutions have: half of them more, half of them less. */
  int medianTokens() {
    return median;
  }

  /** The shortest passage that counts, in tokens. */
  int passage() {
    return passage;
  }

  boolean has(String id) {
    return index.containsKey(id);
  }

  /** Of all pairs, the lowest first. */
  float[] similarities() {
    return sorted(similarities);
  }

  /** The share of their own tokens that stands in passages of both: 0 to 1, as JPlag tells it. */
  double similarity(String first, String second) {
    return similarities[place(first, second)];
  }

  /** How many pairs have as much that is rare in common, this one included. */
  int asAlike(String first, String second) {
    float value = evidence[place(first, second)];
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }

  /** What two solutions share, in the order of the first. */
  List<Passage> passages(String first, String second) {
    int one = index.get(first);
    int other = index.get(second);
    return tiling.of(one, other).stream()
        .map(
            tile ->
                new Passage(
                    Passage.Excerpt.of(programs.get(one), tile.first(), tile.length()),
                    Passage.Excerpt.of(programs.get(other), tile.second(), tile.length()),
                    tile.length(),
                    rarest(one, tile)))
        .toList();
  }

  /** Of the phrases that lie within the passage. */
  private int rarest(int program, Tile tile) {
    return rarity.rarest(program, tile.first(), tile.first() + tile.length() - passage + 1);
  }
}
