package tp6.grader.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.diff.Pairing.Pair;

/** Compares the files of two programs by what they say. */
final class CodeComparison {
  private final String leftMain;
  private final String rightMain;

  /** The types of the second program as the first one calls them, each with those around it. */
  private final Map<String, String> typeOf = new HashMap<>();

  private Renames renames = new Renames();

  CodeComparison(Sources left, Sources right) {
    this.leftMain = left.mainType();
    this.rightMain = right.mainType();
  }

  /** A type with all that is in it. */
  private record Body(Part head, List<String> lines) {
    static List<Body> of(Solution.File file) {
      return file.parts().stream()
          .filter(part -> part.kind() == Part.Kind.TYPE)
          .map(head -> new Body(head, lines(file, head.type() + ".")))
          .toList();
    }

    /** One that has to be called as it is is no other one. */
    Optional<Part.Kind> group() {
      return head.own().map(name -> head.kind());
    }

    private static List<String> lines(Solution.File file, String path) {
      return file.parts().stream()
          .filter(part -> (part.type() + ".").startsWith(path))
          .flatMap(part -> part.anonymous().stream())
          .toList();
    }
  }

  /** Joins the types of two files that belong together: to do before any file is compared. */
  void joinTypes(Solution.File left, Solution.File right) {
    new Pairing<>(Body.of(left), Body.of(right))
        .byName(body -> body.head().type(), body -> type(body.head()))
        .byLikeness(Body::group, Body::group, Body::lines)
        .forBoth(
            (one, other) -> {
              typeOf.put(other.head().type(), one.head().type());
              join(one.head(), other.head());
            });
  }

  private String type(Part right) {
    String main = right.type().equals(rightMain) ? leftMain : right.type();
    String inMain =
        right.type().startsWith(rightMain + ".")
            ? leftMain + right.type().substring(rightMain.length())
            : main;
    return typeOf.getOrDefault(right.type(), inMain);
  }

  private void join(Part left, Part right) {
    left.own().ifPresent(one -> right.own().ifPresent(other -> renames.join(one, other)));
  }

  /** Compares two files that belong together. */
  FileDiff compare(Solution.File left, Solution.File right) {
    Pairing<Part> parts =
        new Pairing<>(left.parts(), right.parts())
            .byName(part -> part.key(part.type()), part -> part.key(type(part)))
            .byName(part -> part.shortKey(part.type()), part -> part.shortKey(type(part)))
            .byLikeness(
                part -> part.own().map(name -> part.type()),
                part -> part.own().map(name -> type(part)),
                Part::anonymous);
    parts.forBoth(this::join);
    parts.forBoth(
        (one, other) -> {
          if (one.kind() == Part.Kind.IMPORTS) {
            renames = Match.of(one, other, Name.Kind.PACKAGE, renames);
          } else if (one.kind() == Part.Kind.FIELDS) {
            renames = Match.of(one, other, Name.Kind.FIELD, renames);
          }
        });
    parts.forBoth((one, other) -> renames = Match.ofLocals(one, other, renames));
    List<Hunk> hunks = parts.pairs().stream().flatMap(pair -> hunks(pair, left).stream()).toList();
    return new FileDiff(left.path(), right.path(), Optional.empty(), renamings(left), hunks);
  }

  private List<Hunk> hunks(Pair<Part> pair, Solution.File file) {
    List<Code> lines = pair.left().map(Part::lines).orElse(List.of());
    List<Code> others = pair.right().map(Part::lines).orElse(List.of());
    return new Hunks(
            title(pair.left().or(pair::right).orElseThrow(), file),
            pair.left().map(Part::line).orElse(0),
            pair.right().map(Part::line).orElse(0))
        .of(
            Script.between(
                lines.stream().map(renames::key).toList(),
                others.stream().map(renames::key).toList()),
            lines.stream().map(Code::shown).toList(),
            others.stream().map(Code::shown).toList());
  }

  private static String title(Part part, Solution.File file) {
    return switch (part.kind()) {
      case IMPORTS -> "imports";
      case TYPE -> part.type();
      case FIELDS -> shortened(part.type() + ".fields", file);
      case METHOD -> shortened(part.type() + "." + part.name(), file);
    };
  }

  /** Without the type that the file is called after. */
  private static String shortened(String where, Solution.File file) {
    String type = file.path().replaceAll("^.*/|\\.java$", "") + ".";
    return where.startsWith(type) ? where.substring(type.length()) : where;
  }

  private List<Renaming> renamings(Solution.File file) {
    List<Renaming> renamings = new ArrayList<>();
    file.parts().stream()
        .flatMap(part -> part.lines().stream())
        .flatMap(line -> line.words().stream())
        .flatMap(word -> word.name().stream())
        .distinct()
        .filter(name -> name.kind() != Name.Kind.PACKAGE)
        .sorted(Comparator.comparing(Name::kind))
        .forEach(
            name ->
                renames
                    .rightOf(name)
                    .filter(other -> !other.text().equals(name.text()))
                    .map(
                        other ->
                            new Renaming(name.text(), other.text(), shortened(name.where(), file)))
                    .ifPresent(renamings::add));
    return renamings;
  }
}
