package tp6.grader.diff;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the names of a part that stand for those of another one, so that least is left to show. */
final class Match {
  private final List<Code> left;
  private final List<Code> right;
  private final Name.Kind kind;

  private Match(Part left, Part right, Name.Kind kind) {
    this.left = left.lines();
    this.right = right.lines();
    this.kind = kind;
  }

  /** Joins the variables of two methods, or of what else has variables in it. */
  static Renames ofLocals(Part left, Part right, Renames known) {
    Match match = new Match(left, right, Name.Kind.LOCAL);
    Renames byName = known.copy();
    match.joinByName(byName);
    match.joinByPlace(byName);
    Renames byPlace = known.copy();
    match.joinByPlace(byPlace);
    return Stream.of(byName, byPlace)
        .min(Comparator.comparing(match::differences).thenComparing(Renames::count))
        .orElseThrow();
  }

  /** Joins the names of another kind, where both sides have the same one before all others. */
  static Renames of(Part left, Part right, Name.Kind kind, Renames known) {
    Match match = new Match(left, right, kind);
    Renames joined = known.copy();
    match.joinByName(joined);
    match.joinByPlace(joined);
    return joined;
  }

  private long differences(Renames renames) {
    return Script.between(
            left.stream().map(renames::key).toList(), right.stream().map(renames::key).toList())
        .stream()
        .filter(step -> step.kind() != Line.Kind.SAME)
        .count();
  }

  /** Those of one name, in the order in which they come. */
  private void joinByName(Renames renames) {
    Map<String, Deque<Name>> others = new HashMap<>();
    all(right)
        .forEach(name -> others.computeIfAbsent(name.text(), none -> new ArrayDeque<>()).add(name));
    all(left)
        .forEach(
            name ->
                Optional.ofNullable(others.get(name.text()))
                    .map(Deque::poll)
                    .ifPresent(other -> renames.join(name, other)));
  }

  private Stream<Name> all(List<Code> lines) {
    return lines.stream().flatMap(this::names).distinct();
  }

  private Stream<Name> names(Code line) {
    return line.words().stream()
        .flatMap(word -> word.name().stream())
        .filter(name -> name.kind() == kind);
  }

  /** Those at the same place of lines that are equal but for them. */
  private void joinByPlace(Renames renames) {
    List<Script.Step> steps =
        Script.between(
            left.stream().map(line -> renames.key(line, kind)).toList(),
            right.stream().map(line -> renames.key(line, kind)).toList());
    for (Script.Step step : steps) {
      if (step.kind() == Line.Kind.SAME) {
        List<Name> names = names(left.get(step.left())).toList();
        List<Name> others = names(right.get(step.right())).toList();
        for (int i = 0; i < names.size(); i++) {
          renames.join(names.get(i), others.get(i));
        }
      }
    }
  }
}
