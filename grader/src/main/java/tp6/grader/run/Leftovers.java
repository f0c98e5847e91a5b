package tp6.grader.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Finds processes that a student's program has left behind, also those that no longer belong to it:
 * by a mark in their environment, which is inherited. Only Linux shows the environment of another
 * process; elsewhere nothing is found.
 *
 * @param value what nobody else has in this variable
 */
record Leftovers(String value) {
  static final String VARIABLE = "TP6_RUN";

  static Leftovers newMark() {
    return new Leftovers(Long.toHexString(new SplittableRandom().nextLong()));
  }

  /** Ends them, and tells how many there were. */
  long end() {
    return ProcessHandle.allProcesses()
        .filter(this::isMarked)
        .filter(ProcessHandle::destroyForcibly)
        .count();
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      return Files.isReadable(environment)
          && new String(Files.readAllBytes(environment), ISO_8859_1)
              .contains(VARIABLE + "=" + value + "\0");
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }
}
