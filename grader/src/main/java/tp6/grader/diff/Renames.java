package tp6.grader.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which name of one program stands for which of another one: one for one. */
final class Renames {
  /** In no source: what is hidden in one is escaped. */
  private static final String MARK = "\1";

  private final Map<Name, Name> rightOf;
  private final Map<Name, Integer> numbers;

  private Renames(Map<Name, Name> rightOf, Map<Name, Integer> numbers) {
    this.rightOf = rightOf;
    this.numbers = numbers;
  }

  Renames() {
    this(new HashMap<>(), new HashMap<>());
  }

  Renames copy() {
    return new Renames(new HashMap<>(rightOf), new HashMap<>(numbers));
  }

  /** Joins two names, where neither has another one already. */
  void join(Name left, Name right) {
    if (left.kind() == right.kind() && !has(left) && !has(right)) {
      numbers.put(left, rightOf.size());
      numbers.put(right, rightOf.size());
      rightOf.put(left, right);
    }
  }

  boolean has(Name name) {
    return numbers.containsKey(name);
  }

  Optional<Name> rightOf(Name left) {
    return Optional.ofNullable(rightOf.get(left));
  }

  /** How many names are others on the other side. */
  long count() {
    return rightOf.entrySet().stream()
        .filter(pair -> !pair.getKey().text().equals(pair.getValue().text()))
        .count();
  }

  /**
   * What is to be compared of a line: names that are joined read the same. Two programs of which
   * all lines are equal mean the same, whatever was joined.
   */
  String key(Code line) {
    return line.key(this::key);
  }

  private String key(Name name) {
    return has(name) ? MARK + numbers.get(name) : name.text();
  }

  /** The same, with names of a kind that read like any other where they are not joined yet. */
  String key(Code line, Name.Kind anonymous) {
    return line.key(name -> name.kind() == anonymous && !has(name) ? MARK : key(name));
  }
}
