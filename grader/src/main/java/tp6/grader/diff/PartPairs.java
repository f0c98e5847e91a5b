package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Which part of one file is compared with which of another one. */
final class PartPairs {
  /** With more members without a counterpart than anybody writes, none is looked for. */
  private static final int MANY = 200;

  /** Two parts, or one that the other file has not. */
  record Pair(Optional<Part> left, Optional<Part> right) {}

  private final JavaFile left;
  private final JavaFile right;
  private final Mapping mapping;
  private final List<Part> restLeft;
  private final List<Part> restRight;
  private final List<Pair> pairs = new ArrayList<>();

  private PartPairs(JavaFile left, JavaFile right, Mapping mapping) {
    this.left = left;
    this.right = right;
    this.mapping = mapping;
    this.restLeft = new ArrayList<>(left.parts());
    this.restRight = new ArrayList<>(right.parts());
  }

  /**
   * All parts, in the order of the first file, and then those that only the second one has. Private
   * methods that are alike and have other names are joined in the mapping.
   *
   * @param right its types called as those of the first file
   */
  static List<Pair> of(JavaFile left, JavaFile right, Mapping mapping) {
    PartPairs all = new PartPairs(left, right, mapping);
    all.pair(Part::isSameMember);
    if (all.restLeft.size() + all.restRight.size() <= MANY) {
      all.pairIfOnlyOne();
      all.pairRenamed();
    }
    all.restLeft.forEach(one -> all.pairs.add(new Pair(Optional.of(one), Optional.empty())));
    List<Pair> sorted = new ArrayList<>();
    for (Part part : left.parts()) {
      all.pairs.stream()
          .filter(pair -> pair.left().filter(one -> one == part).isPresent())
          .forEach(sorted::add);
    }
    all.restRight.forEach(one -> sorted.add(new Pair(Optional.empty(), Optional.of(one))));
    return sorted;
  }

  private void pair(BiPredicate<Part, Part> belong) {
    for (Part part : List.copyOf(restLeft)) {
      restRight.stream()
          .filter(other -> belong.test(part, other))
          .findFirst()
          .ifPresent(other -> take(part, other));
    }
  }

  /** The same method with other parameters, where there is no doubt which it is. */
  private void pairIfOnlyOne() {
    pair(
        (part, other) ->
            part.isSameName(other)
                && restLeft.stream().filter(part::isSameName).count() == 1
                && restRight.stream().filter(part::isSameName).count() == 1);
  }

  private void pairRenamed() {
    for (Part part : List.copyOf(restLeft)) {
      Likeness.pairs(
              restLeft.stream()
                  .filter(part::isSameKind)
                  .filter(one -> canBeRenamed(left, one))
                  .toList(),
              restRight.stream()
                  .filter(part::isSameKind)
                  .filter(one -> canBeRenamed(right, one))
                  .toList(),
              one ->
                  one.lines().stream().map(line -> Marks.replace(line, id -> Marks.ANY)).toList())
          .forEach(
              pair -> {
                take(pair.left(), pair.right());
                mapping.join(method(pair.left()), method(pair.right()));
              });
    }
  }

  /** Whether it is a private method, and the only one of its name. */
  private static boolean canBeRenamed(JavaFile file, Part part) {
    return part.kind() == Part.Kind.METHOD
        && file.parts().stream().filter(part::isSameName).count() == 1
        && file.names().free(Named.Kind.METHOD).contains(method(part));
  }

  /** The name that it declares first; a variable, if it is not a private method. */
  private static int method(Part part) {
    return part.lines().stream()
        .flatMap(line -> Marks.in(line).stream())
        .filter(Marks.Place::declares)
        .mapToInt(Marks.Place::id)
        .findFirst()
        .orElse(-1);
  }

  private void take(Part part, Part other) {
    restLeft.remove(part);
    restRight.remove(other);
    pairs.add(new Pair(Optional.of(part), Optional.of(other)));
  }
}
