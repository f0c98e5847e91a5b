package tp6.grader.diff;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.code.Code;
import tp6.grader.code.Name;

/** Which name of one program stands for which of another one: one for one. */
final class Renames {
  /** In no source: what is hidden in one is escaped. */
  private static final String MARK = "\1";

  private final Map<Name, Name> rightOf;
  private final Map<Name, Integer> numbers;

  Renames() {
    this(new HashMap<>(), new HashMap<>());
  }

  private Renames(Map<Name, Name> rightOf, Map<Name, Integer> numbers) {
    this.rightOf = rightOf;
    this.numbers = numbers;
  }

  /** Joins two names, where neither has another one already. */
  void join(Name left, Name right) {
    if (left.kind() == right.kind() && !numbers.containsKey(left) && !numbers.containsKey(right)) {
      numbers.put(left, rightOf.size());
      numbers.put(right, rightOf.size());
      rightOf.put(left, right);
    }
  }

  /** What a name of the left side is called on the right side, if that is otherwise. */
  Optional<String> of(Name left) {
    return Optional.ofNullable(rightOf.get(left))
        .map(right -> right.text())
        .filter(text -> !text.equals(left.text()));
  }

  /**
   * What is to be compared of a line: names that are joined read the same. Two programs of which
   * all lines are equal mean the same, whatever was joined.
   */
  String key(Code line) {
    return line.key(this::key);
  }

  private String key(Name name) {
    return numbers.containsKey(name) ? MARK + numbers.get(name) : name.text();
  }

  /** These and the variables of two parts, joined so that least is left to show. */
  Renames withLocals(List<Code> left, List<Code> right) {
    Renames byName = withNames(Name.Kind.LOCAL, left, right);
    Renames byPlace = new Renames(new HashMap<>(rightOf), new HashMap<>(numbers));
    byPlace.joinByPlace(Name.Kind.LOCAL, left, right);
    return Stream.of(byName, byPlace)
        .min(
            Comparator.comparing((Renames one) -> one.differences(left, right))
                .thenComparing(
                    one ->
                        one.rightOf.keySet().stream()
                            .filter(name -> one.of(name).isPresent())
                            .count()))
        .orElseThrow();
  }

  private long differences(List<Code> left, List<Code> right) {
    return Script.between(left, right, this::key).stream()
        .filter(step -> step.kind() != Line.Kind.SAME)
        .count();
  }

  /** These and the names of a kind in two parts: those that read the same come first. */
  Renames withNames(Name.Kind kind, List<Code> left, List<Code> right) {
    Renames joined = new Renames(new HashMap<>(rightOf), new HashMap<>(numbers));
    Map<String, Deque<Name>> others = new HashMap<>();
    names(kind, right)
        .distinct()
        .forEach(one -> others.computeIfAbsent(one.text(), none -> new ArrayDeque<>()).add(one));
    names(kind, left)
        .distinct()
        .forEach(
            one ->
                Optional.ofNullable(others.get(one.text()))
                    .map(Deque::poll)
                    .ifPresent(other -> joined.join(one, other)));
    joined.joinByPlace(kind, left, right);
    return joined;
  }

  private static Stream<Name> names(Name.Kind kind, List<Code> lines) {
    return lines.stream().flatMap(Code::names).filter(name -> name.kind() == kind);
  }

  /** Joins those at the same place of lines that are equal but for them. */
  private void joinByPlace(Name.Kind kind, List<Code> left, List<Code> right) {
    List<Script.Step> steps =
        Script.between(
            left,
            right,
            line ->
                line.key(
                    name -> name.kind() == kind && !numbers.containsKey(name) ? MARK : key(name)));
    for (Script.Step step : steps) {
      if (step.kind() == Line.Kind.SAME) {
        List<Name> ones = names(kind, List.of(left.get(step.left()))).toList();
        List<Name> others = names(kind, List.of(right.get(step.right()))).toList();
        for (int i = 0; i < ones.size(); i++) {
          join(ones.get(i), others.get(i));
        }
      }
    }
  }
}
