package tp6.grader.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two lines side by side.
 *
 * @param left none where there are fewer on the left
 * @param right none where there are fewer on the right
 */
public record Row(boolean same, Optional<String> left, Optional<String> right) {
  /** Whether what is on the left is gone. */
  public boolean isGone() {
    return !same && left.isPresent();
  }

  /** Whether what is on the right has come. */
  public boolean isNew() {
    return !same && right.isPresent();
  }

  /** Those of a hunk: what is gone beside what has come in its place. */
  public static List<Row> of(Hunk hunk) {
    List<Row> rows = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (Line line : hunk.lines()) {
      switch (line.kind()) {
        case REMOVED -> removed.add(line.left());
        case ADDED -> added.add(line.right());
        case SAME -> {
          addChange(rows, removed, added);
          rows.add(new Row(true, Optional.of(line.left()), Optional.of(line.right())));
        }
      }
    }
    addChange(rows, removed, added);
    return rows;
  }

  private static void addChange(List<Row> rows, List<String> removed, List<String> added) {
    for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
      rows.add(new Row(false, at(removed, i), at(added, i)));
    }
    removed.clear();
    added.clear();
  }

  private static Optional<String> at(List<String> lines, int index) {
    return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }
}
