package tp6.grader.ci;

import java.nio.file.Path;

/**
 * What came of a job.
 *
 * @param workspace the folder that it ran in, as it was left
 * @param summary in Markdown, where the platform has one
 */
record JobRun(String job, boolean succeeded, String log, String summary, Path workspace) {}
