package tp6.grader.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tp6.grader.run.Result;
import tp6.grader.submission.Refused;

/** The folder that a class is graded into: what kind of run it is, and a folder a submission. */
public final class RunFolder {
  private static final String RUN = "run.json";
  private static final String SUBMISSIONS = "submissions";

  private final Path folder;

  public RunFolder(Path folder) {
    this.folder = folder;
  }

  /** What was asked for when the run began; nothing where none has begun. */
  public Optional<Run> run() throws IOException {
    Path file = folder.resolve(RUN);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readString(file), Run.class));
    } catch (JacksonException e) {
      throw new Refused(file + " cannot be read: " + e.getOriginalMessage());
    }
  }

  /** Whether there is nothing in it, or no folder at all. */
  public boolean isEmpty() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /** Begins a run. */
  public void begin(Run run) throws IOException {
    Files.createDirectories(folder.resolve(SUBMISSIONS));
    AtomicFile.write(folder.resolve(RUN), Json.write(run));
  }

  /** Writes all there is to a submission. */
  public void write(Result result) throws IOException {
    ResultFolder.write(result, of(result.id()));
  }

  /** What came of a submission; nothing where it is not done. */
  public Optional<Result> read(String id) throws IOException {
    return ResultFolder.read(of(id)).filter(result -> result.id().equals(id));
  }

  /** All submissions that are done, by id. */
  public List<Result> readAll() throws IOException {
    List<Result> results = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder.resolve(SUBMISSIONS))) {
      for (Path child : children.toList()) {
        ResultFolder.read(child).ifPresent(results::add);
      }
    }
    NaturalOrder.sort(results);
    return results;
  }

  private Path of(String id) {
    return folder.resolve(SUBMISSIONS).resolve(nameFor(id));
  }

  /** A name for an id: as alike as a file system takes it, and another one for another id. */
  public static String nameFor(String id) {
    try {
      return Path.of(name(id, "[^\\p{L}\\p{N}._ -]")).toString();
    } catch (InvalidPathException e) {
      // Half a letter, or one that this system's file names cannot have.
      return name(id, "[^A-Za-z0-9._ -]");
    }
  }

  private static String name(String id, String unfit) {
    String plain = id.replaceAll(unfit, "_").replaceAll("^[. ]|[. ]$", "_");
    String shortened = plain.substring(0, Math.min(plain.length(), 80));
    boolean isTheId =
        !id.isEmpty() && shortened.equals(id) && id.equals(id.toLowerCase(Locale.ROOT));
    String mark = isTheId ? "" : "~" + Integer.toHexString(id.hashCode());
    return shortened + mark;
  }
}
