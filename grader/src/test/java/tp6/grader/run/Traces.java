package tp6.grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a grader leaves on the computer, as long as it is open or, by mistake, for longer. */
public record Traces(Path scratch, Instant begun) {
  public static Traces of(Grader grader) {
    try {
      Path scratch = grader.scratch();
      return new Traces(
          scratch, ((FileTime) Files.getAttribute(scratch, "creationTime")).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processes that it has started, and on Linux also those that no longer belong to it. */
  public List<String> processes() {
    return Stream.concat(
            ProcessHandle.current().descendants(),
            ProcessHandle.allProcesses().filter(this::worksInScratch))
        .filter(ProcessHandle::isAlive)
        .filter(this::isLater)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .distinct()
        .toList();
  }

  /** Others of this JVM's, begun for other tests, are no traces of it. */
  private boolean isLater(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> start.isAfter(begun.minusSeconds(1)))
        .orElse(true);
  }

  private boolean worksInScratch(ProcessHandle process) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(folder).startsWith(scratch);
    } catch (IOException | UnsupportedOperationException e) {
      // It has ended meanwhile, or the system does not tell.
      return false;
    }
  }
}
