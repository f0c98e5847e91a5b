package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tp6.grader.diff.PartPairs.Pair;

/** Compares two files by what they say. */
final class CodeComparison {
  private final JavaFile left;
  private final JavaFile right;
  private final Mapping mapping;
  private final List<Hunk> hunks = new ArrayList<>();

  private CodeComparison(JavaFile left, JavaFile right) {
    this.left = left;
    this.right = right;
    this.mapping = Mapping.between(left.names(), right.names());
  }

  static FileDiff of(JavaFile left, JavaFile right, TypeNames types) {
    CodeComparison comparison = new CodeComparison(left, right);
    comparison.joinPackages();
    comparison.joinTypes(types);
    comparison.compare(types);
    return new FileDiff(
        left.path(), right.path(), Optional.empty(), comparison.renamings(), comparison.hunks);
  }

  private void joinPackages() {
    for (int id : left.names().free(Named.Kind.PACKAGE)) {
      right.names().free(Named.Kind.PACKAGE).forEach(other -> mapping.join(id, other));
    }
  }

  private void joinTypes(TypeNames types) {
    for (int id : left.names().free(Named.Kind.TYPE)) {
      for (int other : right.names().free(Named.Kind.TYPE)) {
        if (types.leftOf(right.names().get(other).text()).equals(left.names().get(id).text())) {
          mapping.join(id, other);
        }
      }
    }
  }

  private void compare(TypeNames types) {
    JavaFile renamed =
        new JavaFile(
            right.path(),
            right.names(),
            right.parts().stream()
                .map(part -> part.ofType(types.leftOfPath(part.type())))
                .toList());
    List<Pair> pairs = PartPairs.of(left, renamed, mapping);
    for (Pair pair : pairs) {
      if (isBoth(pair) && pair.left().get().kind() == Part.Kind.FIELDS) {
        mapping.addAll(Match.ofFields(left, right, pair.left().get(), pair.right().get(), mapping));
      }
    }
    for (Pair pair : pairs) {
      if (isBoth(pair)) {
        mapping.addAll(Match.ofLocals(left, right, pair.left().get(), pair.right().get(), mapping));
      }
    }
    pairs.forEach(this::show);
  }

  private static boolean isBoth(Pair pair) {
    return pair.left().isPresent() && pair.right().isPresent();
  }

  private void show(Pair pair) {
    List<String> lines = pair.left().map(Part::lines).orElse(List.of());
    List<String> others = pair.right().map(Part::lines).orElse(List.of());
    hunks.addAll(
        new Hunks(
                title(pair.left().or(pair::right).orElseThrow()),
                pair.left().map(Part::line).orElse(0),
                pair.right().map(Part::line).orElse(0))
            .of(
                Script.between(
                    lines.stream().map(mapping::keyOfLeft).toList(),
                    others.stream().map(mapping::keyOfRight).toList()),
                lines.stream().map(left.names()::shown).toList(),
                others.stream().map(right.names()::shown).toList()));
  }

  private String title(Part part) {
    String type = part.type();
    return switch (part.kind()) {
      case IMPORTS -> "imports";
      case TYPE -> type;
      case FIELDS -> shortened(type + ".fields");
      case METHOD -> shortened(type + "." + part.name() + part.parameters());
    };
  }

  /** Without the type that the file is called after. */
  private String shortened(String where) {
    String type = left.path().replaceAll("^.*/|\\.java$", "") + ".";
    return where.startsWith(type) ? where.substring(type.length()) : where;
  }

  private List<Renaming> renamings() {
    List<Renaming> renamings = new ArrayList<>();
    new TreeMap<>(mapping.pairs())
        .forEach(
            (id, other) -> {
              Named name = left.names().get(id);
              String text = right.names().get(other).text();
              if (name.kind() != Named.Kind.PACKAGE && !name.text().equals(text)) {
                renamings.add(new Renaming(name.text(), text, shortened(left.names().where(id))));
              }
            });
    return renamings;
  }
}
