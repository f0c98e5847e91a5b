package tp6.grader.similar;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tp6.grader.similar.Passage.Excerpt;
import tp6.grader.similar.Similarity.Shared;
import tp6.grader.similar.Similarity.Spread;
import tp6.grader.similar.Tiling.Tile;

/** The solutions of one exercise that have something of their own, compared two by two. */
final class Solutions {
  /**
   * A passage is a fifth of what solutions have in the median: four tokens at least, which are a
   * statement or two, and nine at most, which say enough in a program of any length.
   */
  private static final int PARTS = 5;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 9;
  private static final int BINS = 10;

  /** Written by so many, a member is taken for given. */
  private static final double NEARLY_ALL = 0.9;

  /** Of fewer programs one cannot say what nearly all have. */
  private static final int MANY = 5;

  private final String exercise;
  private final List<Program> programs;
  private final List<int[]> kinds;
  private final Map<String, Integer> index = new HashMap<>();
  private final int median;
  private final int passage;
  private final Rarity rarity;
  private final double[][] similarities;
  private final double[][] evidence;
  private final double[] sorted;

  /**
   * Compares them all.
   *
   * @param base what students were given; without it, what nearly all have
   */
  Solutions(String exercise, List<Program> all, Optional<Program> base) {
    this.exercise = exercise;
    Set<List<Integer>> given =
        base.map(one -> Set.copyOf(one.members().values())).orElseGet(() -> nearlyCommon(all));
    programs =
        all.stream()
            .map(program -> program.without(given))
            .filter(program -> program.ownTokens() >= SHORTEST)
            .toList();
    kinds = programs.stream().map(Program::kinds).toList();
    programs.forEach(program -> index.put(program.id(), index.size()));
    int[] lengths = programs.stream().mapToInt(Program::ownTokens).sorted().toArray();
    median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    passage = Math.max(SHORTEST, Math.min(LONGEST, median / PARTS));
    rarity = new Rarity(programs, passage);
    int[] comparable = IntStream.range(0, size()).map(one -> shared(one, one)).toArray();
    similarities =
        ofPairs(
            (one, other) ->
                2.0 * shared(one, other) / Math.max(1, comparable[one] + comparable[other]));
    evidence = ofPairs((one, other) -> Math.rint(1000 * rarity.evidence(one, other)));
    sorted = sorted(evidence);
  }

  /** The members that nearly all programs have. */
  private static Set<List<Integer>> nearlyCommon(List<Program> programs) {
    if (programs.size() < MANY) {
      return Set.of();
    }
    Map<List<Integer>, Long> writers =
        programs.stream()
            .flatMap(program -> program.members().values().stream().distinct())
            .collect(Collectors.groupingBy(member -> member, Collectors.counting()));
    writers.values().removeIf(many -> many < NEARLY_ALL * programs.size());
    return writers.keySet();
  }

  /** By the number of the second, and then by the lower one of the first. */
  private double[][] ofPairs(ToDoubleBiFunction<Integer, Integer> measure) {
    return IntStream.range(0, size())
        .parallel()
        .mapToObj(
            second ->
                IntStream.range(0, second)
                    .mapToDouble(first -> measure.applyAsDouble(first, second))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[] sorted(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  /** How many tokens two programs share; a program shares with itself all that can be compared. */
  private int shared(int first, int second) {
    return tiles(first, second).stream().mapToInt(Tile::length).sum();
  }

  private List<Tile> tiles(int first, int second) {
    return Tiling.of(kinds.get(first), kinds.get(second), passage);
  }

  /** How many solutions there are. */
  int size() {
    return programs.size();
  }

  /** Whether both are among them. The first of two stands before the second in the class. */
  boolean have(String first, String second) {
    return index.containsKey(first) && index.containsKey(second);
  }

  /** Which share of all pairs have as much in common that is rare, this one included. */
  double tail(String first, String second) {
    return (double) asAlike(index.get(first), index.get(second)) / sorted.length;
  }

  private int asAlike(int one, int other) {
    // All values are whole: half of one less is none of them, and has its place before all like it.
    return sorted.length + 1 + Arrays.binarySearch(sorted, evidence[other][one] - 0.5);
  }

  Shared shared(String first, String second) {
    int one = index.get(first);
    int other = index.get(second);
    return new Shared(
        exercise,
        percent(similarities[other][one]),
        asAlike(one, other),
        tiles(one, other).stream()
            .map(tile -> passage(programs.get(one), programs.get(other), tile))
            .toList());
  }

  private Passage passage(Program one, Program other, Tile tile) {
    int lastPhrase = tile.first() + tile.length() - passage;
    return new Passage(
        Excerpt.of(one, tile.first(), tile.length()),
        Excerpt.of(other, tile.second(), tile.length()),
        tile.length(),
        rarity.rarest(one, tile.first(), lastPhrase + 1));
  }

  Spread spread() {
    double[] all = sorted(similarities);
    int[] counts = new int[BINS];
    for (double one : all) {
      counts[Math.min(BINS - 1, (int) (one * BINS))]++;
    }
    return new Spread(
        exercise,
        programs.size(),
        median,
        passage,
        percent(all[all.length / 2]),
        percent(all[all.length * 9 / 10]),
        percent(all[all.length - 1]),
        Arrays.stream(counts).boxed().toList());
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }
}
