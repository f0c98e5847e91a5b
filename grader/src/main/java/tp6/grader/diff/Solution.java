package tp6.grader.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one solution.
 *
 * @param why they are texts alone, if they are
 */
record Solution(Sources sources, List<File> files, Optional<PlainText> why) {
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
          : parts.stream().flatMap(part -> part.anonymous().stream()).toList();
    }
  }

  static Solution asText(Sources sources, PlainText why) {
    return of(sources, Map.of(), Optional.of(why));
  }

  static Solution of(Sources sources, Map<String, List<Part>> parts, Optional<PlainText> why) {
    List<File> files =
        sources.files().entrySet().stream()
            .map(
                file ->
                    new File(
                        file.getKey(),
                        file.getValue().lines().toList(),
                        parts.getOrDefault(file.getKey(), List.of())))
            .toList();
    return new Solution(sources, files, why);
  }

  /** What tells a file from the others; the class that the course asks for is the same in all. */
  String key(File file) {
    return file.path().equals(sources.mainFile()) ? "" : file.path();
  }
}
