package tp6.grader.diff;

import static java.util.stream.Collectors.groupingBy;

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

  private final Map<Name, Name> rightOf = new HashMap<>();
  private final Map<Name, Integer> numbers = new HashMap<>();

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
        .map(Name::text)
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

  /** Joins names of a kind that are the only ones to read so in two parts. */
  void joinByName(Name.Kind kind, List<Code> left, List<Code> right) {
    Map<String, List<Name>> others = names(kind, right).distinct().collect(groupingBy(Name::text));
    names(kind, left)
        .distinct()
        .collect(groupingBy(Name::text))
        .forEach(
            (text, ones) -> {
              List<Name> same = others.getOrDefault(text, List.of());
              if (ones.size() == 1 && same.size() == 1) {
                join(ones.get(0), same.get(0));
              }
            });
  }

  private static Stream<Name> names(Name.Kind kind, List<Code> lines) {
    return lines.stream().flatMap(Code::names).filter(name -> name.kind() == kind);
  }

  /** Joins names of a kind at the same place of lines that are equal but for them. */
  void joinByPlace(Name.Kind kind, List<Code> left, List<Code> right) {
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
