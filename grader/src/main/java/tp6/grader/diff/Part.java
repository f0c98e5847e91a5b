package tp6.grader.diff;

import java.util.List;

/**
 * What is compared as a whole: the imports of a file, the head of a type, its fields, or one of its
 * methods.
 *
 * @param type that it stands in, with those around it; of a type its own name
 * @param name of a method; empty for the others
 * @param parameters of a method, their types
 * @param line of the file where it begins
 * @param lines with {@link Marks}
 */
record Part(Kind kind, String type, String name, String parameters, int line, List<String> lines) {
  enum Kind {
    IMPORTS,
    TYPE,
    FIELDS,
    METHOD
  }

  Part {
    lines = List.copyOf(lines);
  }

  /** The same part, of a type that is called otherwise, as are its constructors. */
  Part ofType(String other) {
    boolean isConstructor = kind == Kind.METHOD && name.equals(last(type));
    return new Part(kind, other, isConstructor ? last(other) : name, parameters, line, lines);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Whether both are the same member, whatever is in them. */
  boolean isSameMember(Part other) {
    return isSameName(other) && parameters.equals(other.parameters);
  }

  /** The same but for the parameters. */
  boolean isSameName(Part other) {
    return isSameKind(other) && name.equals(other.name);
  }

  /** Of the same kind in the same type. */
  boolean isSameKind(Part other) {
    return kind == other.kind && type.equals(other.type);
  }
}
