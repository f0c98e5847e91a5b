package tp6.grader.page;

/**
 * A stage that fails.
 *
 * @param percent of those graded
 * @param story the commonest behind it
 * @param times how often it is that one
 * @param example somebody who has it
 */
public record Trouble(
    StageHead stage, int failed, int percent, String story, int times, Row example) {}
