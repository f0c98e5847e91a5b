package tp6.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a grader leaves on the computer, as long as it is open or, by mistake, for longer. */
public record Traces(Path scratch) {
  public static Traces of(Grader grader) {
    return new Traces(grader.scratch());
  }

  /** Processes that it has started, and on Linux also those that no longer belong to it. */
  public List<String> processes() {
    return Stream.concat(
            ProcessHandle.current().descendants(),
            ProcessHandle.allProcesses().filter(this::worksInScratch))
        .filter(ProcessHandle::isAlive)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .distinct()
        .toList();
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
