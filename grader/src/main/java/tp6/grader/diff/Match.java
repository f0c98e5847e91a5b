package tp6.grader.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Finds the names of a part that stand for those of another one, so that least is left to show. */
final class Match {
  private final JavaFile left;
  private final JavaFile right;
  private final List<String> leftLines;
  private final List<String> rightLines;
  private final IntPredicate ofLeft;
  private final IntPredicate ofRight;

  private Match(
      JavaFile left,
      JavaFile right,
      List<String> leftLines,
      List<String> rightLines,
      IntPredicate ofLeft,
      IntPredicate ofRight) {
    this.left = left;
    this.right = right;
    this.leftLines = leftLines;
    this.rightLines = rightLines;
    this.ofLeft = ofLeft;
    this.ofRight = ofRight;
  }

  /** Joins the variables of two methods, or what else has variables in it. */
  static Mapping ofLocals(JavaFile left, JavaFile right, Part one, Part other, Mapping known) {
    return new Match(
            left,
            right,
            one.lines(),
            other.lines(),
            left.names()::isFreeLocal,
            right.names()::isFreeLocal)
        .best(known);
  }

  /** Joins the fields that have none of their name on the other side. */
  static Mapping ofFields(JavaFile left, JavaFile right, Part one, Part other, Mapping known) {
    return new Match(
            left,
            right,
            one.lines(),
            other.lines(),
            id -> isFreeField(left, id) && isNoField(right, left.names().get(id)),
            id -> isFreeField(right, id) && isNoField(left, right.names().get(id)))
        .best(known);
  }

  private static boolean isFreeField(JavaFile file, int id) {
    return file.names().isFree(id) && file.names().get(id).kind() == Named.Kind.FIELD;
  }

  private static boolean isNoField(JavaFile file, Named name) {
    return file.names().free(Named.Kind.FIELD).stream()
        .noneMatch(id -> file.names().get(id).text().equals(name.text()));
  }

  private Mapping best(Mapping known) {
    Mapping byName = known.copy();
    joinByName(byName);
    joinByPlace(byName);
    Mapping byPlace = known.copy();
    joinByPlace(byPlace);
    return Stream.of(byName, byPlace)
        .min(Comparator.comparing(this::differences).thenComparing(Mapping::renamings))
        .orElseThrow();
  }

  private long differences(Mapping mapping) {
    return Script.between(
            leftLines.stream().map(mapping::keyOfLeft).toList(),
            rightLines.stream().map(mapping::keyOfRight).toList())
        .stream()
        .filter(step -> step.kind() != Line.Kind.SAME)
        .count();
  }

  /** Those of one name, in the order in which they are declared. */
  private void joinByName(Mapping mapping) {
    Map<String, List<Integer>> others = new HashMap<>();
    declared(rightLines, ofRight)
        .forEach(
            id ->
                others
                    .computeIfAbsent(right.names().get(id).text(), name -> new ArrayList<>())
                    .add(id));
    for (int id : declared(leftLines, ofLeft)) {
      List<Integer> same = others.getOrDefault(left.names().get(id).text(), List.of());
      if (!same.isEmpty()) {
        mapping.join(id, same.remove(0));
      }
    }
  }

  private static List<Integer> declared(List<String> lines, IntPredicate wanted) {
    return lines.stream()
        .flatMap(line -> Marks.in(line).stream())
        .filter(place -> place.declares() && wanted.test(place.id()))
        .map(Marks.Place::id)
        .toList();
  }

  /**
   * Those at the same place of lines that are equal but for them; first where they are declared.
   */
  private void joinByPlace(Mapping mapping) {
    List<Script.Step> equal =
        Script.between(
                leftLines.stream().map(line -> mapping.keyOfLeft(line, ofLeft)).toList(),
                rightLines.stream().map(line -> mapping.keyOfRight(line, ofRight)).toList())
            .stream()
            .filter(step -> step.kind() == Line.Kind.SAME)
            .toList();
    for (boolean declares : List.of(true, false)) {
      for (Script.Step step : equal) {
        List<Marks.Place> places = places(leftLines.get(step.left()), ofLeft);
        List<Marks.Place> others = places(rightLines.get(step.right()), ofRight);
        for (int i = 0; i < places.size(); i++) {
          if (places.get(i).declares() == declares && others.get(i).declares() == declares) {
            mapping.join(places.get(i).id(), others.get(i).id());
          }
        }
      }
    }
  }

  private static List<Marks.Place> places(String line, IntPredicate wanted) {
    return Marks.in(line).stream().filter(place -> wanted.test(place.id())).toList();
  }
}
