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
    List<Rated<T>> rated = new ArrayList<>();
    for (T one : ones) {
      for (T other : others) {
        if (ofLeft.apply(one).isPresent() && ofLeft.apply(one).equals(ofRight.apply(other))) {
          rated.add(new Rated<>(one, other, likeness(linesOf.apply(one), linesOf.apply(other))));
        }
      }
    }
    rated.stream()
        .filter(one -> one.likeness() >= LEAST)
        .sorted(Comparator.comparing(one -> -one.likeness()))
        .forEach(one -> take(one.left(), one.right()));
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
  private static double likeness(List<String> lines, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    lines.stream()
        .filter(Pairing::counts)
        .forEach(line -> left.merge(line.strip(), 1, Integer::sum));
    long all = lines.stream().filter(Pairing::counts).count();
    long common = 0;
    for (String line : others.stream().filter(Pairing::counts).toList()) {
      all++;
      common += left.merge(line.strip(), -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static boolean counts(String line) {
    return line.chars().anyMatch(Character::isLetter);
  }

  /** Does something with those that were paired, in the order of the left side. */
  void forBoth(BiConsumer<T, T> what) {
    left.stream().filter(rightOf::containsKey).forEach(one -> what.accept(one, rightOf.get(one)));
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
