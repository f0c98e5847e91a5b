package tp6.grader.diff;

/**
 * A name that is another one in the second solution, and means the same.
 *
 * @param where the method that a variable stands in, the type that a member stands in
 */
public record Renaming(String left, String right, String where) {}
