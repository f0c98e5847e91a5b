package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What a process is doing at a moment, as Linux tells it under {@code /proc}. It is asked often.
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

  /** More than these fields take. */
  private static final int BYTES = 512;

  /** Whether the system tells; not where the process has ended, or where it is another system. */
  static boolean isKnown(long pid) {
    return tasks(pid).isDirectory();
  }

  private static File tasks(long pid) {
    return new File("/proc/" + pid + "/task");
  }

  /** Nothing where it is not known. */
  static Optional<Pulse> of(long pid) {
    File tasks = tasks(pid);
    String[] threads = tasks.list();
    if (threads == null) {
      return Optional.empty();
    }
    try {
      String[] all = fields(tasks.getParentFile()).split(" ", KERNEL + 2);
      long ticks = Long.parseLong(all[USER]) + Long.parseLong(all[KERNEL]);
      return Optional.of(new Pulse(works(tasks, threads), ticks * MILLIS_PER_TICK));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean works(File tasks, String[] threads) throws IOException {
    for (String thread : threads) {
      try {
        if ("RD".indexOf(fields(new File(tasks, thread)).charAt(STATE)) >= 0) {
          return true;
        }
      } catch (IOException e) {
        if (tasks.isDirectory()) {
          // This thread has just ended, so there was something to be done.
          return true;
        }
        throw e;
      }
    }
    return false;
  }

  /** Those that follow the name, which may hold anything. */
  private static String fields(File folder) throws IOException {
    try (FileInputStream stat = new FileInputStream(new File(folder, "stat"))) {
      // The system writes all of them at once.
      byte[] bytes = new byte[BYTES];
      int size = stat.read(bytes);
      if (size <= 0) {
        throw new EOFException("the thread has ended");
      }
      String text = new String(bytes, 0, size, ISO_8859_1);
      return text.substring(text.lastIndexOf(')') + 2);
    }
  }
}
