package tp6.grader.submission;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Files that every working copy has, and that are not worth a word. */
final class Noise {
  private static final Set<String> FOLDERS =
      Set.of(
          ".git",
          ".idea",
          ".settings",
          ".vscode",
          "__MACOSX",
          "bin",
          "grade",
          "node_modules",
          "out",
          "target");

  private static final Set<String> FILES =
      Set.of(
          ".editorconfig",
          ".gitattributes",
          ".gitignore",
          "Thumbs.db",
          "desktop.ini",
          "grader.jar");

  private Noise() {}

  /** The path of the outermost folder in it that is noise. */
  static Optional<String> folderIn(String path) {
    String[] names = path.split("/");
    return IntStream.range(0, names.length - 1)
        .filter(i -> FOLDERS.contains(names[i]))
        .mapToObj(i -> String.join("/", Arrays.copyOf(names, i + 1)))
        .findFirst();
  }

  static boolean isFolder(String name) {
    return FOLDERS.contains(name);
  }

  /** Whether a path, of a file that the course has not given, is that of a file nobody shows. */
  static boolean isHidden(String path) {
    return ("/" + path).contains("/.") && !("/" + path).contains("/..");
  }

  static boolean isIn(String path) {
    // With the empty name at its end: a path of nothing but slashes has one, too.
    String[] names = path.split("/", -1);
    String last = names[names.length - 1];
    return Arrays.stream(names).limit(names.length - 1L).anyMatch(FOLDERS::contains)
        || FILES.contains(last)
        || last.startsWith("._")
        || last.endsWith(".class")
        || last.endsWith(".iml")
        || last.endsWith(".md") && !last.equals("answers.md");
  }
}
