package tp6.grader.page;

import java.util.List;

/**
 * How a class did at a stage.
 *
 * @param passed of those graded, in percent
 * @param causes why it was failed, the commonest first
 * @param others how many have lost it without failing it: it was not run, or not with their program
 */
public record StageReport(
    StageHead stage, int passed, int failed, int percentFailed, int others, List<Cause> causes) {

  /**
   * Those who failed a stage for the same cause.
   *
   * @param hint where to look; empty where nothing is known
   */
  public record Cause(String what, String hint, List<Row> rows) {
    private static final int MOST_LINKS = 60;

    /** Those whose pages it leads to: a link to each of a thousand would make a page too large. */
    public List<Row> first() {
      return rows.subList(0, Math.min(rows.size(), MOST_LINKS));
    }

    /** The ids of the others. */
    public List<String> others() {
      return rows.subList(first().size(), rows.size()).stream().map(Row::id).toList();
    }
  }
}
