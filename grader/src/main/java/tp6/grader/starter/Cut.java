package tp6.grader.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Takes lines out of a file. */
final class Cut {
  private Cut() {}

  /** The file as it is, but for the markers themselves. */
  static TextFile markers(TextFile file, List<Part> parts) {
    return file.with(without(file.lines(), parts, Part::hasMarker));
  }

  /** The file without the parts; of two blank lines that meet then, one stays. */
  static TextFile parts(TextFile file, List<Part> parts) {
    List<String> kept = new ArrayList<>();
    for (String line : without(file.lines(), parts, Part::has)) {
      boolean isSecondBlank =
          line.isBlank() && (kept.isEmpty() || kept.get(kept.size() - 1).isBlank());
      if (!isSecondBlank) {
        kept.add(line);
      }
    }
    while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
      kept.remove(kept.size() - 1);
    }
    return file.with(kept);
  }

  private static List<String> without(
      List<String> lines, List<Part> parts, BiPredicate<Part, Integer> taken) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int index = i;
      if (parts.stream().noneMatch(part -> taken.test(part, index))) {
        kept.add(lines.get(i));
      }
    }
    return kept;
  }
}
