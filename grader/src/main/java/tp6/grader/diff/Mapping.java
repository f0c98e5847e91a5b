package tp6.grader.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Which name of one file stands for which of another one: one for one. */
final class Mapping {
  private final Names left;
  private final Names right;
  private final Map<Integer, Integer> rightOf;
  private final Map<Integer, Integer> leftOf;

  private Mapping(
      Names left, Names right, Map<Integer, Integer> rightOf, Map<Integer, Integer> leftOf) {
    this.left = left;
    this.right = right;
    this.rightOf = rightOf;
    this.leftOf = leftOf;
  }

  static Mapping between(Names left, Names right) {
    return new Mapping(left, right, new HashMap<>(), new HashMap<>());
  }

  Mapping copy() {
    return new Mapping(left, right, new HashMap<>(rightOf), new HashMap<>(leftOf));
  }

  /** Joins two names, where neither has another one already. */
  void join(int ofLeft, int ofRight) {
    if (!rightOf.containsKey(ofLeft) && !leftOf.containsKey(ofRight)) {
      rightOf.put(ofLeft, ofRight);
      leftOf.put(ofRight, ofLeft);
    }
  }

  void addAll(Mapping other) {
    other.rightOf.forEach(this::join);
  }

  boolean hasLeft(int id) {
    return rightOf.containsKey(id);
  }

  boolean hasRight(int id) {
    return leftOf.containsKey(id);
  }

  /** The pairs, by the name on the left. */
  Map<Integer, Integer> pairs() {
    return Map.copyOf(rightOf);
  }

  /** How many names are others on the other side. */
  long renamings() {
    return rightOf.entrySet().stream()
        .filter(pair -> !left.get(pair.getKey()).text().equals(right.get(pair.getValue()).text()))
        .count();
  }

  /**
   * What is to be compared of a line: names that are joined read the same. Two texts of which all
   * lines are equal mean the same, whatever was joined.
   */
  String keyOfLeft(String marked) {
    return Marks.replace(
        marked, id -> rightOf.containsKey(id) ? Marks.of(id) : left.get(id).text());
  }

  String keyOfRight(String marked) {
    return Marks.replace(
        marked, id -> leftOf.containsKey(id) ? Marks.of(leftOf.get(id)) : right.get(id).text());
  }

  /** The same, with some names that read like any other. */
  String keyOfLeft(String marked, IntPredicate anonymous) {
    return Marks.replace(marked, id -> anonymous.test(id) ? Marks.ANY : keyOfLeft(Marks.of(id)));
  }

  String keyOfRight(String marked, IntPredicate anonymous) {
    return Marks.replace(marked, id -> anonymous.test(id) ? Marks.ANY : keyOfRight(Marks.of(id)));
  }
}
