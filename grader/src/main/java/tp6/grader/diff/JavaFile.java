package tp6.grader.diff;

import java.util.List;

/**
 * A source, read and taken apart.
 *
 * @param path as seen from the folder of the student's classes
 */
record JavaFile(String path, Names names, List<Part> parts) {
  JavaFile {
    parts = List.copyOf(parts);
  }

  /** All of its lines, with nothing in them that depends on a name which could be another one. */
  List<String> anonymous() {
    return parts.stream()
        .flatMap(part -> part.lines().stream())
        .map(line -> Marks.replace(line, id -> Marks.ANY))
        .toList();
  }
}
