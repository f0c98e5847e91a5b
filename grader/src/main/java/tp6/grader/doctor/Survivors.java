package tp6.grader.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processes that live on when what has started them is ended. */
final class Survivors {
  /** Of our own time: on a busy computer the others have to wait for theirs, too. */
  private static final Duration DEATH = Duration.ofSeconds(2);

  private Survivors() {}

  /** How many have a folder of ours in their command line, as all that was started has. */
  static long of(Path folder) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long deadline = threads.getCurrentThreadCpuTime() + DEATH.toNanos();
    long left = count(folder);
    while (left > 0 && threads.getCurrentThreadCpuTime() < deadline) {
      left = count(folder);
    }
    return left;
  }

  private static long count(Path folder) {
    return ProcessHandle.allProcesses().filter(one -> isOf(folder, one)).count();
  }

  private static boolean isOf(Path folder, ProcessHandle process) {
    try {
      Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return new String(Files.readAllBytes(commandLine), ISO_8859_1).contains(folder.toString());
    } catch (IOException e) {
      // It has ended meanwhile.
      return false;
    }
  }
}
