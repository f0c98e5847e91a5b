package tp6.grader.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of a student's types are another's under other names. */
final class TypeNames {
  private final Map<String, String> leftOf = new HashMap<>();

  private TypeNames() {}

  /** A type, with all that is in it. */
  private record Body(String path, List<String> lines) {
    String name() {
      return path.substring(path.lastIndexOf('.') + 1);
    }
  }

  /**
   * Looks for them in files that belong together.
   *
   * @param left the class that the course asks for, for the first exercise
   * @param right the same for the second one
   */
  static TypeNames in(List<Likeness.Pair<JavaFile>> files, String left, String right) {
    TypeNames types = new TypeNames();
    types.leftOf.put(right, left);
    for (Likeness.Pair<JavaFile> pair : files) {
      types.add(bodies(pair.left()), bodies(pair.right()));
    }
    return types;
  }

  private static List<Body> bodies(JavaFile file) {
    Set<String> free =
        file.names().free(Named.Kind.TYPE).stream()
            .map(id -> file.names().get(id).text())
            .collect(Collectors.toCollection(HashSet::new));
    return file.parts().stream()
        .filter(part -> part.kind() == Part.Kind.TYPE)
        .map(part -> new Body(part.type(), linesOf(file, part.type())))
        .filter(body -> free.contains(body.name()))
        .toList();
  }

  private static List<String> linesOf(JavaFile file, String path) {
    return file.parts().stream()
        .filter(part -> (part.type() + ".").startsWith(path + "."))
        .flatMap(part -> part.lines().stream())
        .map(line -> Marks.replace(line, id -> Marks.ANY))
        .toList();
  }

  private void add(List<Body> left, List<Body> right) {
    Function<List<Body>, Set<String>> paths =
        bodies -> bodies.stream().map(Body::path).collect(Collectors.toSet());
    Set<String> lefts = paths.apply(left);
    Set<String> rights = paths.apply(right);
    Likeness.pairs(
            left.stream().filter(body -> !rights.contains(body.path())).toList(),
            right.stream().filter(body -> !lefts.contains(body.path())).toList(),
            Body::lines)
        .forEach(pair -> leftOf.put(pair.right().name(), pair.left().name()));
  }

  /** The name that a type of the second solution has in the first. */
  String leftOf(String right) {
    return leftOf.getOrDefault(right, right);
  }

  /** The same for a type with those around it. */
  String leftOfPath(String right) {
    return List.of(right.split("\\.")).stream().map(this::leftOf).collect(Collectors.joining("."));
  }
}
