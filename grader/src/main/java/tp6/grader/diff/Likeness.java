package tp6.grader.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs what is alike: what has most lines in common first. */
final class Likeness {
  /** The least share of lines in common of two that are taken for versions of each other. */
  private static final double LEAST = 0.5;

  record Pair<T>(T left, T right) {}

  private record Rated<T>(Pair<T> pair, double likeness) {}

  private Likeness() {}

  /** The pairs among those that are given; each is in one pair at most. */
  static <T> List<Pair<T>> pairs(List<T> left, List<T> right, Function<T, List<String>> linesOf) {
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> restLeft = new ArrayList<>(left);
    List<T> restRight = new ArrayList<>(right);
    while (true) {
      Optional<Rated<T>> best = best(restLeft, restRight, linesOf);
      if (best.isEmpty()) {
        return pairs;
      }
      pairs.add(best.get().pair());
      restLeft.remove(best.get().pair().left());
      restRight.remove(best.get().pair().right());
    }
  }

  private static <T> Optional<Rated<T>> best(
      List<T> left, List<T> right, Function<T, List<String>> linesOf) {
    Rated<T> best = null;
    for (T one : left) {
      for (T other : right) {
        double likeness = of(linesOf.apply(one), linesOf.apply(other));
        if (likeness >= LEAST && (best == null || likeness > best.likeness())) {
          best = new Rated<>(new Pair<>(one, other), likeness);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** From 0, nothing in common, to 1; lines without a letter do not count. */
  private static double of(List<String> left, List<String> right) {
    Map<String, Long> lines = counted(left);
    Map<String, Long> others = counted(right);
    long all = sum(lines) + sum(others);
    long common = 0;
    for (Map.Entry<String, Long> line : lines.entrySet()) {
      common += Math.min(line.getValue(), others.getOrDefault(line.getKey(), 0L));
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static Map<String, Long> counted(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.chars().anyMatch(Character::isLetter))
        .collect(Collectors.groupingBy(line -> line, HashMap::new, Collectors.counting()));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
