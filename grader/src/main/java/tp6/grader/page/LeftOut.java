package tp6.grader.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Files that were not taken, by path and reason.
 *
 * @param some of those who have handed it in
 */
public record LeftOut(String path, String why, int count, List<Row> some) {
  private static final int SOME = 5;

  public LeftOut {
    some = List.copyOf(some);
  }

  LeftOut and(Row row) {
    List<Row> more = new ArrayList<>(some);
    if (more.size() < SOME) {
      more.add(row);
    }
    return new LeftOut(path, why, count + 1, more);
  }
}
