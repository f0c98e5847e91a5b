package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import tp6.grader.marking.Marking;
import tp6.grader.marking.MarkingFiles;

/** How marks are made. */
final class MarkingOption {
  @Option(
      names = "--marking",
      paramLabel = "FILE",
      description =
          "rules for marks (.properties) or decisions about some (.csv); may be given twice, and is"
              + " kept in --out for the next time")
  private List<Path> files = List.of();

  /** What the files say that are named, or that are kept; before anything is graded. */
  Marking read(Path out, Collection<String> ids) throws IOException {
    return MarkingFiles.read(files, out, Set.copyOf(ids));
  }

  /** Keeps them with the grades. */
  void keep(Path out) throws IOException {
    MarkingFiles.keep(files, out);
  }
}
