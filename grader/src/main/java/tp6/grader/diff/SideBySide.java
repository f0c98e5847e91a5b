package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.grader.report.Plain;

/**
 * The first solution on the left, the second on the right.
 *
 * @param width of the terminal, in characters
 */
record SideBySide(Paint paint, int width) implements HunkText {
  private static final String BETWEEN = " | ";
  private static final String BETWEEN_SAME = "   ";

  @Override
  public List<String> of(Hunk hunk) {
    return Row.of(hunk).stream().flatMap(row -> text(row).stream()).toList();
  }

  /** A line that is too long goes on below. */
  private List<String> text(Row row) {
    int column = Math.max(10, (width - BETWEEN.length()) / 2);
    List<String> lefts = broken(row.left(), column);
    List<String> rights = broken(row.right(), column);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      String left = i < lefts.size() ? lefts.get(i) : "";
      String right = i < rights.size() ? rights.get(i) : "";
      String padded = left + " ".repeat(column - left.codePointCount(0, left.length()));
      lines.add(
          row.same()
              ? (padded + BETWEEN_SAME + right).stripTrailing()
              : paint.removed(padded)
                  + (right.isEmpty() ? BETWEEN.stripTrailing() : BETWEEN + paint.added(right)));
    }
    return lines;
  }

  private static List<String> broken(Optional<String> line, int column) {
    int[] characters = Plain.forTerminal(line.orElse("")).codePoints().toArray();
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < characters.length; from += column) {
      pieces.add(new String(characters, from, Math.min(column, characters.length - from)));
    }
    return pieces.isEmpty() ? List.of("") : pieces;
  }
}
