package tp6.grader.diff;

import java.util.List;

/**
 * Lines that differ, with some around them that do not.
 *
 * @param title the member they stand in; empty for plain text
 * @param left where that begins in the first file, or where plain text does; 0 where it is not
 *     there
 * @param right the same in the second file
 */
public record Hunk(String title, int left, int right, List<Line> lines) {
  public Hunk {
    lines = List.copyOf(lines);
  }

  /** The lines where it begins, as {@code diff} writes them. */
  public String places() {
    String gone = left > 0 ? " -" + left : "";
    String come = right > 0 ? " +" + right : "";
    return "@@" + gone + come + " @@";
  }
}
