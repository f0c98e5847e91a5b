package tp6.grader.starter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A file of the course.
 *
 * @param path seen from the course's folder, with slashes
 */
record TextFile(String path, List<String> lines) {
  TextFile {
    lines = List.copyOf(lines);
  }

  static TextFile of(String path, byte[] content) {
    return new TextFile(path, new String(content, UTF_8).lines().toList());
  }

  TextFile with(List<String> newLines) {
    return new TextFile(path, newLines);
  }

  String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  boolean isJava() {
    return path.endsWith(".java");
  }
}
