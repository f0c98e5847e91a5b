package tp6.grader.code;

import java.util.List;
import java.util.Optional;

/**
 * What is compared as a whole: the imports of a file, the head of a type, its fields, or one of its
 * methods.
 *
 * @param type that it stands in, with those around it; of a type its own name
 * @param name of a method, with its parameters; empty for the others
 * @param own the name of the type or method, where it could be another one
 * @param line of the file where it begins
 */
public record Part(
    Kind kind, String type, String name, Optional<Name> own, int line, List<Code> lines) {
  /** What it is. */
  public enum Kind {
    IMPORTS,
    TYPE,
    FIELDS,
    METHOD
  }

  public Part {
    lines = List.copyOf(lines);
  }

  /** Which part it is; the same one in both programs, if its type is called so in both. */
  public String key(String typeName) {
    String simple = name.replaceAll("\\(.*", "");
    boolean isConstructor = simple.equals(type.substring(type.lastIndexOf('.') + 1));
    return kind + typeName + " " + (isConstructor ? name.substring(simple.length()) : name);
  }

  /** The same but for the parameters. */
  public String shortKey(String typeName) {
    return key(typeName).replaceAll("\\(.*", "()");
  }

  /** Its lines, whatever is called how in them. */
  public List<String> anonymous() {
    return lines.stream().map(Code::anonymous).toList();
  }
}
