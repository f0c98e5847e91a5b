package tp6.grader.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds processes that a student's program has left behind, also those that no longer belong to it:
 * by a mark in their environment, or by the folder that they work in, both of which are inherited.
 * Only Linux shows these of another process; elsewhere nothing is found.
 *
 * @param value what nobody else has in this variable
 * @param folder that nobody else works in
 */
public record Leftovers(String value, Path folder) {
  public static final String VARIABLE = "TP6_RUN";

  private static final int ROUNDS = 10;

  public static Leftovers newMark(Path folder) {
    return new Leftovers(Long.toHexString(new SplittableRandom().nextLong()), folder);
  }

  /** Ends them, and those that they start meanwhile. */
  public void end() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> found = ProcessHandle.allProcesses().filter(this::isMarked).toList();
      if (found.isEmpty()) {
        return;
      }
      found.forEach(ProcessHandle::destroyForcibly);
      found.forEach(Leftovers::awaitEnd);
    }
  }

  /** Until then it may still write files. */
  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Nobody has buried it, or the system is slow.
    }
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      Path proc = Path.of("/proc", Long.toString(process.pid()));
      Path environment = proc.resolve("environ");
      return Files.isReadable(environment)
          && (new String(Files.readAllBytes(environment), ISO_8859_1)
                  .contains(VARIABLE + "=" + value + "\0")
              || Files.readSymbolicLink(proc.resolve("cwd")).startsWith(folder));
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }
}
