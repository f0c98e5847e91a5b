package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tp6.grader.diff.Reference;
import tp6.grader.page.Differences;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Refused;

/** What the students' pages compare theirs with. */
final class ReferenceOption {
  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "a solution, as the course is one: students' pages show how theirs differ")
  private Optional<Path> path;

  /** How submissions of these students differ from it. */
  Differences differences(List<Candidate> students) throws IOException {
    if (path.isEmpty()) {
      return Differences.NONE;
    }
    Reference reference = reference(path.get());
    Map<String, Path> places =
        students.stream().collect(Collectors.toMap(Candidate::id, Candidate::path));
    return result -> reference.compare(places.get(result.id()));
  }

  private static Reference reference(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UserError("no such file or folder: " + path);
    }
    try {
      Reference reference = Reference.at(path);
      if (reference.exercises().isEmpty()) {
        throw new UserError(
            path + ": no solution of an exercise; name the course, or a fork of it");
      }
      return reference;
    } catch (Refused e) {
      throw new UserError(path + ": " + e.getMessage());
    }
  }
}
