package tp6.grader.diff;

import java.util.List;
import java.util.Map;

/** The files of one solution, each taken apart, or else as a text. */
record Solution(Sources sources, List<File> files) {
  /**
   * A file of it.
   *
   * @param path as seen from the exercise's package
   * @param text line by line
   * @param parts none where it is only a text
   */
  record File(String path, List<String> text, List<Part> parts) {

    /** What it has in common with others that say the same in other names. */
    List<String> anonymous() {
      return parts.isEmpty()
          ? text
          : parts.stream().flatMap(one -> one.anonymous().stream()).toList();
    }
  }

  /** Its files, by path, as texts alone. */
  static Solution asText(Sources sources) {
    return of(sources, Map.of());
  }

  /** Its files with their parts, both by path. */
  static Solution of(Sources sources, Map<String, List<Part>> parts) {
    return new Solution(
        sources,
        sources.files().entrySet().stream()
            .map(
                file ->
                    new File(
                        file.getKey(),
                        file.getValue().lines().toList(),
                        parts.getOrDefault(file.getKey(), List.of())))
            .toList());
  }

  /** The name that tells a file of it; the class that the course asks for has the same in all. */
  String key(File file) {
    return file.path().equals(sources.mainFile()) ? "" : file.path();
  }
}
