package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import tp6.grader.diff.Comparer;
import tp6.grader.diff.Reference;
import tp6.grader.page.Differences;
import tp6.grader.submission.Candidate;
import tp6.grader.submission.Intake;
import tp6.grader.submission.Refused;
import tp6.grader.text.UserError;

/** What the students' pages compare theirs with. */
final class ReferenceOption {
  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "a solution, as the course is one: students' pages show how theirs differ")
  private Optional<Path> path;

  /** The one that was named, if one was. */
  Optional<Reference> read() throws IOException {
    return path.isPresent() ? Optional.of(reference(path.get())) : Optional.empty();
  }

  private static Reference reference(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new UserError("no.such", path);
    }
    try {
      return Reference.at(path);
    } catch (Refused e) {
      throw new Refused(e.why().at(path));
    }
  }

  /** How submissions of these students differ from it. */
  static Differences differences(
      Reference reference, List<Candidate> students, Intake.Reading reading, Comparer comparer) {
    Map<String, Path> places =
        students.stream().collect(Collectors.toMap(Candidate::id, Candidate::path));
    return result -> reference.compare(places.get(result.id()), result, reading, comparer);
  }
}
