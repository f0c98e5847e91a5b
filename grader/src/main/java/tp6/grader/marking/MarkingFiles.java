package tp6.grader.marking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tp6.grader.submission.Refused;

/** The two files that say how marks are made: rules for all, and decisions for some. */
public final class MarkingFiles {
  private static final String RULES = "marking.properties";
  private static final String DECISIONS = "marking.csv";

  private MarkingFiles() {}

  /**
   * Reads those that are named, or else those that are kept in the folder of the grades.
   *
   * @param ids of the class
   * @throws Refused where one of them says something that cannot be done
   */
  public static Marking read(List<Path> named, Path out, Set<String> ids) throws IOException {
    Optional<Path> rules = find(named, out.resolve(RULES), false);
    Optional<Path> decisions = find(named, out.resolve(DECISIONS), true);
    Scale scale = rules.isPresent() ? ScaleRules.read(rules.get()) : Scale.USUAL;
    return new Marking(
        scale,
        decisions.isPresent() ? new DecisionTable(decisions.get(), ids, scale).read() : List.of());
  }

  private static Optional<Path> find(List<Path> named, Path kept, boolean isTable) throws Refused {
    for (Path file : named) {
      if (!Files.isRegularFile(file)) {
        throw Refused.because("no.such", file);
      }
      if (isTable(file) == isTable) {
        return Optional.of(file);
      }
    }
    return Optional.of(kept).filter(Files::isRegularFile);
  }

  private static boolean isTable(Path file) {
    return file.toString().endsWith(".csv");
  }

  /** Keeps copies of those that are named in the folder of the grades. */
  public static void keep(List<Path> named, Path out) throws IOException {
    for (Path file : named) {
      Path kept = out.resolve(isTable(file) ? DECISIONS : RULES);
      if (!Files.exists(kept) || !Files.isSameFile(kept, file)) {
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
