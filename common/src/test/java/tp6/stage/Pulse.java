package tp6.stage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process is doing at a moment, as Linux tells it under {@code /proc}.
 *
 * @param works whether one of its threads runs, or waits for a processor; otherwise all sleep
 * @param cpuMillis the processor time it has used so far, in milliseconds
 */
record Pulse(boolean works, long cpuMillis) {
  /** What {@code /proc} counts in is a hundredth of a second. */
  private static final int MILLIS_PER_TICK = 10;

  /** Of the fields after the name: the state, the time in user mode, that in the kernel. */
  private static final int STATE = 0;

  private static final int USER = 11;
  private static final int KERNEL = 12;

  /** Nothing where it has ended, or where the system is another. */
  static Optional<Pulse> of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!Files.isDirectory(process)) {
      return Optional.empty();
    }
    try {
      List<String> all = fields(process.resolve("stat"));
      long ticks = Long.parseLong(all.get(USER)) + Long.parseLong(all.get(KERNEL));
      return Optional.of(new Pulse(works(process.resolve("task")), ticks * MILLIS_PER_TICK));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean works(Path tasks) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
      for (Path task : all) {
        if (works(task.resolve("stat"), tasks)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean works(Path stat, Path tasks) throws IOException {
    try {
      return "RD".contains(fields(stat).get(STATE));
    } catch (IOException e) {
      if (Files.isDirectory(tasks)) {
        // This thread has just ended, so there was something to be done.
        return true;
      }
      throw e;
    }
  }

  /** Those that follow the name, which may hold anything. */
  private static List<String> fields(Path stat) throws IOException {
    String text = Files.readString(stat, java.nio.charset.StandardCharsets.ISO_8859_1);
    return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
  }
}
