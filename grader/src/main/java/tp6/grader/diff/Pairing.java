package tp6.grader.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what belongs together on both sides: what is called the same, and then what is alike. */
final class Pairing<T> {
  /** The least share of lines in common of two that are taken for versions of each other. */
  private static final double LEAST = 0.5;

  /** With more without a counterpart than anybody writes, none that is alike is looked for. */
  private static final int MANY = 200;

  /** Two, or one that the other side has not. */
  record Pair<T>(Optional<T> left, Optional<T> right) {}

  private record Rated<T>(T left, T right, double likeness) {}

  private final List<T> left;
  private final List<T> right;
  private final Map<T, T> rightOf = new IdentityHashMap<>();
  private final Map<T, T> leftOf = new IdentityHashMap<>();

  Pairing(List<T> left, List<T> right) {
    this.left = left;
    this.right = right;
  }

  /** Pairs those that are the only one of their name on each side. */
  Pairing<T> byName(Function<T, String> ofLeft, Function<T, String> ofRight) {
    Map<String, List<T>> others =
        rest(right, leftOf).stream().collect(Collectors.groupingBy(ofRight));
    rest(left, rightOf).stream()
        .collect(Collectors.groupingBy(ofLeft))
        .forEach(
            (name, ones) -> {
              List<T> same = others.getOrDefault(name, List.of());
              if (ones.size() == 1 && same.size() == 1) {
                take(ones.get(0), same.get(0));
              }
            });
    return this;
  }

  /** Pairs those of one group that have most lines in common; those of no group stay alone. */
  Pairing<T> byLikeness(
      Function<T, Optional<?>> ofLeft,
      Function<T, Optional<?>> ofRight,
      Function<T, List<String>> linesOf) {
    List<T> ones = rest(left, rightOf);
    List<T> others = rest(right, leftOf);
    if (ones.size() + others.size() > MANY) {
      return this;
    }
    Map<T, Map<String, Long>> lines = new IdentityHashMap<>();
    ones.forEach(one -> lines.put(one, counted(linesOf.apply(one))));
    others.forEach(other -> lines.put(other, counted(linesOf.apply(other))));
    List<Rated<T>> rated = new ArrayList<>();
    for (T one : ones) {
      for (T other : others) {
        Optional<?> group = ofLeft.apply(one);
        double likeness = likeness(lines.get(one), lines.get(other));
        if (group.isPresent() && group.equals(ofRight.apply(other)) && likeness >= LEAST) {
          rated.add(new Rated<>(one, other, likeness));
        }
      }
    }
    rated.sort(Comparator.comparingDouble(one -> -one.likeness()));
    rated.forEach(one -> take(one.left(), one.right()));
    return this;
  }

  private static <T> List<T> rest(List<T> values, Map<T, T> taken) {
    return values.stream().filter(one -> !taken.containsKey(one)).toList();
  }

  private void take(T one, T other) {
    if (!rightOf.containsKey(one) && !leftOf.containsKey(other)) {
      rightOf.put(one, other);
      leftOf.put(other, one);
    }
  }

  /** From 0, nothing in common, to 1; lines without a letter do not count. */
  private static double likeness(Map<String, Long> lines, Map<String, Long> others) {
    long all = sum(lines) + sum(others);
    long common =
        lines.entrySet().stream()
            .mapToLong(line -> Math.min(line.getValue(), others.getOrDefault(line.getKey(), 0L)))
            .sum();
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

  /** Does something with those that were paired, in the order of the left side. */
  void forBoth(BiConsumer<T, T> what) {
    left.forEach(
        one -> {
          if (rightOf.containsKey(one)) {
            what.accept(one, rightOf.get(one));
          }
        });
  }

  /** All, in the order of the left side, and then those that only the right side has. */
  List<Pair<T>> pairs() {
    List<Pair<T>> pairs = new ArrayList<>();
    left.forEach(
        one -> pairs.add(new Pair<>(Optional.of(one), Optional.ofNullable(rightOf.get(one)))));
    rest(right, leftOf)
        .forEach(other -> pairs.add(new Pair<>(Optional.empty(), Optional.of(other))));
    return pairs;
  }
}
