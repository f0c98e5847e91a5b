package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.code.Part;
import tp6.grader.code.PlainText;
import tp6.grader.code.Reading;

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
    return of(sources, new Reading(Map.of(), Optional.of(why)));
  }

  /** One that was read. */
  static Solution of(Sources sources, Reading reading) {
    List<File> files = new ArrayList<>();
    sources
        .files()
        .forEach(
            (path, text) -> {
              List<Part> parts = reading.parts().getOrDefault(path, List.of());
              files.add(new File(path, text.lines().toList(), parts));
            });
    return new Solution(sources, files, reading.why().map(sources::named));
  }

  /** What tells a file from the others; the class that the course asks for is the same in all. */
  String key(File file) {
    return file.path().equals(sources.mainFile()) ? "" : file.path();
  }
}
