package tp6.grader.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs what is alike: what has most lines in common first. */
final class Likeness {
  /** The least share of lines in common of two that are taken for versions of each other. */
  private static final double LEAST = 0.5;

  record Pair<T>(T left, T right) {}

  private record Rated<T>(Pair<T> pair, double likeness) {}

  private record Counted<T>(T value, Map<String, Long> lines) {
    static <T> List<Counted<T>> all(List<T> values, Function<T, List<String>> linesOf) {
      return values.stream()
          .map(value -> new Counted<>(value, counted(linesOf.apply(value))))
          .toList();
    }
  }

  private Likeness() {}

  /** The pairs among those that are given; each is in one pair at most. */
  static <T> List<Pair<T>> pairs(List<T> left, List<T> right, Function<T, List<String>> linesOf) {
    List<Counted<T>> others = Counted.all(right, linesOf);
    List<Rated<T>> rated = new ArrayList<>();
    for (Counted<T> one : Counted.all(left, linesOf)) {
      for (Counted<T> other : others) {
        double likeness = of(one.lines(), other.lines());
        if (likeness >= LEAST) {
          rated.add(new Rated<>(new Pair<>(one.value(), other.value()), likeness));
        }
      }
    }
    rated.sort(Comparator.comparingDouble(one -> -one.likeness()));
    Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair<T>> pairs = new ArrayList<>();
    for (Rated<T> next : rated) {
      Pair<T> pair = next.pair();
      if (!taken.contains(pair.left()) && !taken.contains(pair.right())) {
        taken.addAll(List.of(pair.left(), pair.right()));
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /** From 0, nothing in common, to 1; lines without a letter do not count. */
  private static double of(Map<String, Long> lines, Map<String, Long> others) {
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
