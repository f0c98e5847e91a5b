package tp6.grader.submission;

import java.nio.file.Path;

/**
 * Whose submission it is, and where it lies.
 *
 * @param id unique in its class
 * @param name empty where it is not known
 * @param email empty where it is not known
 */
public record Candidate(String id, Path path, String name, String email) {}
