package tp6.grader.doctor;

/**
 * What came of an attempt.
 *
 * @param tried in a few words
 * @param happened in a few words, with what was reached
 */
public record Finding(String tried, String happened, boolean isSafe) {}
