package tp6.grader.store;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tp6.grader.grade.Result;
import tp6.grader.report.Json;
import tp6.grader.submission.Refused;
import tp6.grader.text.Sha256;
import tp6.grader.text.TextFile;

/** The folder that a class is graded into: what kind of run it is, and a folder a submission. */
public final class RunFolder {
  private static final String RUN = "run.json";
  private static final String SUBMISSIONS = "submissions";

  /** The same with and without capitals, in whichever form of Unicode. */
  private static final Pattern PLAIN =
      Pattern.compile("[a-z0-9_](?:[a-z0-9._ -]{0,78}[a-z0-9_-])?");

  /** Devices of Windows, with whatever ending. */
  private static final Pattern RESERVED =
      Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

  private static final int DIGEST_BYTES = 10;
  private static final long MAX_BYTES = 8L << 20;

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
    if (Files.size(file) > MAX_BYTES) {
      throw Refused.because("large", file, 8);
    }
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readString(file), Run.class));
    } catch (JacksonException e) {
      throw Refused.because("run.unreadable", file, e.getOriginalMessage());
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

  /** Writes what a student gets back, or takes away what was there. */
  public void writeFeedback(String id, Optional<String> markdown) throws IOException {
    Path file = of(id).resolve("feedback.md");
    if (markdown.isPresent()) {
      Files.createDirectories(file.getParent());
      TextFile.write(file, markdown.get());
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** A result of which the stories are not held, with these, where they are there. */
  public Result whole(Result held) throws IOException {
    return read(held.id()).map(one -> one.ownedBy(held.name(), held.email())).orElse(held);
  }

  /** What came of a submission; nothing where it is not done. */
  public Optional<Result> read(String id) throws IOException {
    return ResultFolder.read(of(id)).filter(result -> result.id().equals(id));
  }

  /** When a submission was done; nothing where it is not. */
  public Optional<Instant> doneAt(String id) throws IOException {
    return ResultFolder.writtenAt(of(id));
  }

  /** Whether a submission is done, and be it that nobody can read what came of it. */
  public boolean isDone(String id) {
    return ResultFolder.isIn(of(id));
  }

  /** The folders that belong to none of these submissions. */
  public List<String> strangers(Collection<String> ids) throws IOException {
    Set<String> names = ids.stream().map(RunFolder::nameFor).collect(Collectors.toSet());
    try (Stream<Path> children = Files.list(folder.resolve(SUBMISSIONS))) {
      return children
          .map(child -> child.getFileName().toString())
          .filter(name -> !names.contains(name))
          .sorted()
          .toList();
    }
  }

  private Path of(String id) {
    return folder.resolve(SUBMISSIONS).resolve(nameFor(id));
  }

  /**
   * A name for an id: the id itself, where all file systems take it as it is; or else one that is
   * alike, with a digest of the id, so that it is nobody else's.
   */
  public static String nameFor(String id) {
    if (PLAIN.matcher(id).matches() && !RESERVED.matcher(id).matches()) {
      return id;
    }
    String alike = id.replaceAll("[^A-Za-z0-9._ -]", "_").replaceAll("^[. ]|[. ]$", "_");
    return alike.substring(0, Math.min(alike.length(), 60)) + "~" + digest(id);
  }

  private static String digest(String id) {
    byte[] all = Sha256.begin().digest(id.getBytes(UTF_16BE));
    return HexFormat.of().formatHex(all, 0, DIGEST_BYTES);
  }

  /**
   * Refuses ids of which two would have one folder.
   *
   * @throws Refused with both of them
   */
  public static void requireApart(List<String> ids) throws Refused {
    Map<String, String> owners = new HashMap<>();
    for (String id : ids) {
      String other = owners.put(nameFor(id), id);
      if (other != null) {
        throw Refused.because("one.folder", other, id);
      }
    }
  }
}
