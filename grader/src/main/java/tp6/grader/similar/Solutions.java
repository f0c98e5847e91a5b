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
import tp6.grader.similar.Program.Member;
import tp6.grader.similar.Similarity.Shared;
import tp6.grader.similar.Similarity.Spread;
import tp6.grader.similar.Tiling.Tile;

/** The solutions of one exercise that have something of their own, compared two by two. */
final class Solutions {
  /** Written by so many, a member is taken for given. */
  private static final double NEARLY_ALL = 0.9;

  /** Of fewer programs one cannot say what nearly all have. */
  private static final int MANY = 5;

  /**
   * A passage is a fifth of what solutions have in the median: four tokens at least, which are a
   * statement or two, and nine at most, which say enough in a program of any length.
   */
  private static final int PARTS = 5;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 9;
  private static final int BINS = 10;

  private final String exercise;
  private final List<Program> programs;
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
    Set<List<Integer>> given = base.map(Solutions::members).orElseGet(() -> whatNearlyAllHave(all));
    programs =
        all.stream()
            .map(program -> program.without(given))
            .filter(program -> program.ownTokens() >= SHORTEST)
            .toList();
    IntStream.range(0, programs.size()).forEach(i -> index.put(programs.get(i).id(), i));
    int[] lengths = programs.stream().mapToInt(Program::ownTokens).sorted().toArray();
    median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    passage = Math.max(SHORTEST, Math.min(LONGEST, median / PARTS));
    rarity = new Rarity(programs, passage);
    double[] comparable = programs.stream().mapToDouble(one -> tiled(one, one)).toArray();
    similarities =
        ofAllPairs(
            (i, j) -> {
              double common = tiled(programs.get(i), programs.get(j));
              return common == 0 ? 0 : 2 * common / (comparable[i] + comparable[j]);
            });
    evidence = ofAllPairs((i, j) -> Math.rint(1000 * rarity.evidence(i, j)));
    sorted = sorted(evidence);
  }

  private static Set<List<Integer>> members(Program program) {
    return program.members().stream().map(Member::kinds).collect(Collectors.toSet());
  }

  private static Set<List<Integer>> whatNearlyAllHave(List<Program> programs) {
    if (programs.size() < MANY) {
      return Set.of();
    }
    Map<List<Integer>, Long> writers =
        programs.stream()
            .flatMap(program -> members(program).stream())
            .collect(Collectors.groupingBy(member -> member, Collectors.counting()));
    writers.values().removeIf(many -> many < NEARLY_ALL * programs.size());
    return writers.keySet();
  }

  /** How many tokens two programs share; a program shares with itself all that can be compared. */
  private int tiled(Program first, Program second) {
    return tiles(first, second).stream().mapToInt(Tile::length).sum();
  }

  private List<Tile> tiles(Program first, Program second) {
    return Tiling.of(first.kinds(), second.kinds(), passage);
  }

  /** A row for each program, with what is measured of it and each of those before it. */
  private double[][] ofAllPairs(ToDoubleBiFunction<Integer, Integer> measure) {
    double[][] values = new double[programs.size()][];
    IntStream.range(0, values.length)
        .parallel()
        .forEach(
            i ->
                values[i] =
                    IntStream.range(0, i).mapToDouble(j -> measure.applyAsDouble(j, i)).toArray());
    return values;
  }

  private static double[] sorted(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  /** How many solutions there are. */
  int size() {
    return programs.size();
  }

  boolean have(String first, String second) {
    return index.containsKey(first) && index.containsKey(second);
  }

  /** Which share of all pairs have as much in common that is rare, this one included. */
  double tail(String first, String second) {
    return (double) asAlike(first, second) / sorted.length;
  }

  private int asAlike(String first, String second) {
    // All values are whole, so that half of one less is none of them, and has a place before all.
    double justBelow = of(evidence, first, second) - 0.5;
    return sorted.length + 1 + Arrays.binarySearch(sorted, justBelow);
  }

  private double of(double[][] values, String first, String second) {
    int one = index.get(first);
    int other = index.get(second);
    return values[Math.max(one, other)][Math.min(one, other)];
  }

  Shared shared(String first, String second) {
    Program one = programs.get(index.get(first));
    Program other = programs.get(index.get(second));
    return new Shared(
        exercise,
        percent(of(similarities, first, second)),
        asAlike(first, second),
        tiles(one, other).stream().map(tile -> passage(one, other, tile)).toList());
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
