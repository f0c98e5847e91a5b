package tp6.grader.submission;

import java.util.Arrays;

/** The path of a source as the compiler is given it: names of packages, and that of a class. */
final class JavaPath {
  private static final int MAX_NAME = 61;
  private static final int MAX_DEPTH = 10;

  private JavaPath() {}

  static boolean isValid(String path) {
    String[] names =
        path.endsWith(".java") ? path.replaceFirst("\\.java$", "").split("/", -1) : new String[0];
    return names.length > 0
        && names.length <= MAX_DEPTH
        && Arrays.stream(names).allMatch(JavaPath::isName);
  }

  /** Whether a file lies where tests do. */
  static boolean isAmongTests(String path) {
    return ("/" + path).contains("/src/test/");
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NAME
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints()
            .allMatch(
                c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }
}
