package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tp6.grader.text.Plain;

/** How the lines of a hunk are set in a terminal, with colours. */
record HunkText(Paint paint, int width) {
  /** One below the other: what is gone after a minus, what has come after a plus. */
  Stream<String> unified(Hunk hunk) {
    return hunk.lines().stream()
        .map(
            line ->
                switch (line.kind()) {
                  case SAME -> Plain.forTerminal(" " + line.left());
                  case REMOVED -> paint.removed(Plain.forTerminal("-" + line.left()));
                  case ADDED -> paint.added(Plain.forTerminal("+" + line.right()));
                });
  }

  /** The first solution on the left, the second on the right; what is too long goes on below. */
  Stream<String> sideBySide(Hunk hunk) {
    return Row.of(hunk).stream().flatMap(row -> sideBySide(row).stream());
  }

  private List<String> sideBySide(Row row) {
    int column = Math.max(10, (width - 3) / 2);
    List<String> lefts = broken(row.left(), column);
    List<String> rights = broken(row.right(), column);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
      String left = i < lefts.size() ? lefts.get(i) : "";
      String right = i < rights.size() ? rights.get(i) : "";
      String padded = left + " ".repeat(column - left.codePointCount(0, left.length()));
      lines.add(
          row.same()
              ? (padded + "   " + right).stripTrailing()
              : paint.removed(padded) + (right.isEmpty() ? " |" : " | " + paint.added(right)));
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
