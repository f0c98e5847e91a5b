package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tp6.grader.code.Part;
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
    return of(sources, Map.of(), Optional.of(why));
  }

  /** One that was read, or else why not. */
  static Solution of(Sources sources, Reading reading) {
    if (reading instanceof Reading.DoesNotCompile fault) {
      String path = fault.path().isEmpty() ? sources.firstFile() : fault.path();
      return asText(sources, new PlainText(PlainText.Reason.NOT_JAVA, path, fault.line()));
    }
    if (reading instanceof Reading.TooMuch fault) {
      String path = fault.path().isEmpty() ? sources.firstFile() : fault.path();
      return asText(sources, new PlainText(PlainText.Reason.TOO_MUCH, path, 0));
    }
    return of(sources, ((Reading.Read) reading).parts(), Optional.empty());
  }

  private static Solution of(
      Sources sources, Map<String, List<Part>> parts, Optional<PlainText> why) {
    List<File> files = new ArrayList<>();
    sources
        .files()
        .forEach(
            (path, text) ->
                files.add(
                    new File(path, text.lines().toList(), parts.getOrDefault(path, List.of()))));
    return new Solution(sources, files, why);
  }

  /** What tells a file from the others; the class that the course asks for is the same in all. */
  String key(File file) {
    return file.path().equals(sources.mainFile()) ? "" : file.path();
  }
}
