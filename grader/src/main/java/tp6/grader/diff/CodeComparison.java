package tp6.grader.diff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.code.Code;
import tp6.grader.code.Name;
import tp6.grader.code.Part;
import tp6.grader.diff.Pairing.Pair;
import tp6.grader.diff.Solution.File;

/** Compares the files of two programs by what they say. */
final class CodeComparison {
  /** The types of the second program as the first one calls them, each with those around it. */
  private final Map<String, String> typeOf = new HashMap<>();

  private final Sources left;
  private final Sources right;
  private final Renames renames = new Renames();

  CodeComparison(Sources left, Sources right) {
    this.left = left;
    this.right = right;
  }

  /** A type with all that is in it. */
  private record Body(Part head, List<String> lines) {
    static List<Body> of(File file) {
      return file.parts().stream()
          .filter(part -> part.kind() == Part.Kind.TYPE)
          .map(head -> new Body(head, lines(file, head.type() + ".")))
          .toList();
    }

    private static List<String> lines(File file, String path) {
      return file.parts().stream()
          .filter(part -> (part.type() + ".").startsWith(path))
          .flatMap(part -> part.anonymous().stream())
          .toList();
    }

    private Optional<?> group() {
      return head.own().map(name -> "");
    }
  }

  /** Joins the types of two files that belong together: to do before any file is compared. */
  void joinTypes(File one, File other) {
    new Pairing<>(Body.of(one), Body.of(other))
        .byName(body -> body.head().type(), body -> type(body.head()))
        .byLikeness(Body::group, Body::group, Body::lines)
        .forBoth(
            (body, same) -> {
              typeOf.put(same.head().type(), body.head().type());
              join(body.head(), same.head());
            });
  }

  private String type(Part ofRight) {
    String type = ofRight.type();
    boolean isMain = (type + ".").startsWith(right.mainType() + ".");
    String usual = isMain ? left.mainType() + type.substring(right.mainType().length()) : type;
    return typeOf.getOrDefault(type, usual);
  }

  private void join(Part one, Part other) {
    one.own().ifPresent(name -> other.own().ifPresent(same -> renames.join(name, same)));
  }

  /** Compares two files that belong together. */
  FileDiff compare(File one, File other) {
    Pairing<Part> parts =
        new Pairing<>(one.parts(), other.parts())
            .byName(part -> part.key(part.type()), part -> part.key(type(part)))
            .byName(part -> part.shortKey(part.type()), part -> part.shortKey(type(part)))
            .byLikeness(
                part -> part.own().map(name -> part.type()),
                part -> part.own().map(name -> type(part)),
                Part::anonymous);
    parts.forBoth(this::join);
    parts.forBoth(
        (part, same) -> {
          Name.Kind kind = part.kind() == Part.Kind.IMPORTS ? Name.Kind.PACKAGE : Name.Kind.FIELD;
          if (part.kind() != Part.Kind.METHOD) {
            renames.joinByName(kind, part.lines(), same.lines());
            renames.joinByPlace(kind, part.lines(), same.lines());
          }
        });
    parts.forBoth(
        (part, same) -> {
          renames.joinByPlace(Name.Kind.LOCAL, part.lines(), same.lines());
          renames.joinByName(Name.Kind.LOCAL, part.lines(), same.lines());
        });
    List<Hunk> hunks = parts.pairs().stream().flatMap(pair -> hunks(pair, one).stream()).toList();
    return new FileDiff(one.path(), other.path(), Optional.empty(), renamings(one), hunks);
  }

  private List<Hunk> hunks(Pair<Part> pair, File file) {
    List<Code> lines = pair.left().map(Part::lines).orElse(List.of());
    List<Code> others = pair.right().map(Part::lines).orElse(List.of());
    String title = title(pair.left().or(pair::right).orElseThrow(), file);
    return new Hunks(
            title, pair.left().map(Part::line).orElse(0), pair.right().map(Part::line).orElse(0))
        .of(
            Script.between(lines, others, renames::key),
            lines.stream().map(Code::shown).toList(),
            others.stream().map(Code::shown).toList());
  }

  private static String title(Part part, File file) {
    return switch (part.kind()) {
      case IMPORTS -> "imports";
      case TYPE -> part.type();
      case FIELDS -> shortened(part.type() + ".fields", file);
      case METHOD -> shortened(part.type() + "." + part.name(), file);
    };
  }

  /** Without the type that the file is called after. */
  private static String shortened(String where, File file) {
    String type = file.path().replaceAll("^.*/|\\.java$", "") + ".";
    return where.startsWith(type) ? where.substring(type.length()) : where;
  }

  private List<Renaming> renamings(File file) {
    return file.parts().stream()
        .flatMap(part -> part.lines().stream().flatMap(Code::names))
        .distinct()
        .filter(name -> name.kind() != Name.Kind.PACKAGE && renames.of(name).isPresent())
        .sorted(Comparator.comparing(name -> name.kind()))
        .map(
            name ->
                new Renaming(name.text(), renames.of(name).get(), shortened(name.where(), file)))
        .toList();
  }
}
