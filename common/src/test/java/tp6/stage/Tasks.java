package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The threads of a process, as Linux tells them under {@code /proc}. They are asked so often that
 * their files stay open.
 */
final class Tasks implements Closeable {
  /** What {@code /proc} counts in is a hundredth of a second. */
  private static final int MILLIS_PER_TICK = 10;

  /** Of the fields after the name: the state, the time in user mode, that in the kernel. */
  private static final int STATE = 0;

  private static final int USER = 11;
  private static final int KERNEL = 12;

  /** Programs with more threads are asked more slowly. */
  private static final int MOST_OPEN = 200;

  /**
   * Of the threads that a JVM starts with, those that do the program's work: the host's, and the
   * one that stops all others to collect garbage.
   */
  private static final Set<String> WORKERS = Set.of("java", "VM Thread");

  /** More than the fields take. */
  private final byte[] bytes = new byte[512];

  private final File folder;
  private final Map<File, RandomAccessFile> open = new HashMap<>();
  private final Set<String> idle = new HashSet<>();

  Tasks(long pid) {
    this.folder = new File("/proc/" + pid + "/task");
  }

  /** Whether the system tells; not where the process has ended, or where it is another system. */
  boolean areKnown() {
    return folder.isDirectory();
  }

  /** Is called once a JVM has started: what it does for itself meanwhile is not looked at again. */
  void isUp() {
    String[] threads = folder.list();
    for (String thread : threads == null ? new String[0] : threads) {
      if (!WORKERS.contains(name(thread))) {
        idle.add(thread);
      }
    }
  }

  private String name(String thread) {
    try {
      return Files.readString(folder.toPath().resolve(thread).resolve("comm")).strip();
    } catch (IOException e) {
      // It has ended meanwhile.
      return "";
    }
  }

  /** What they do; nothing where it is not known. */
  Optional<Pulse> pulse() {
    String[] threads = folder.list();
    if (threads == null) {
      return Optional.empty();
    }
    try {
      if (open.size() > threads.length + 1) {
        close();
      }
      String[] all = fields(folder.getParentFile()).split(" ", KERNEL + 2);
      long ticks = Long.parseLong(all[USER]) + Long.parseLong(all[KERNEL]);
      return Optional.of(new Pulse(isOneAtWork(threads), ticks * MILLIS_PER_TICK));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The student's own are the latest, and mostly those that work. */
  private boolean isOneAtWork(String[] threads) throws IOException {
    for (int i = threads.length - 1; i >= 0; i--) {
      if (idle.contains(threads[i])) {
        continue;
      }
      try {
        if ("RD".indexOf(fields(new File(folder, threads[i])).charAt(STATE)) >= 0) {
          return true;
        }
      } catch (IOException e) {
        if (folder.isDirectory()) {
          // This thread has just ended, so there was something to be done.
          return true;
        }
        throw e;
      }
    }
    return false;
  }

  /** Those that follow the name, which may hold anything. */
  private String fields(File task) throws IOException {
    RandomAccessFile kept = open.get(task);
    RandomAccessFile stat = kept == null ? new RandomAccessFile(new File(task, "stat"), "r") : kept;
    int size = 0;
    try {
      stat.seek(0);
      // The system writes all of them at once.
      size = stat.read(bytes);
    } finally {
      if (size > 0 && (kept != null || open.size() < MOST_OPEN)) {
        open.put(task, stat);
      } else {
        open.remove(task);
        stat.close();
      }
    }
    if (size <= 0) {
      throw new EOFException("the thread has ended");
    }
    int start = size - 1;
    while (bytes[start] != ')') {
      start--;
    }
    return new String(bytes, start + 2, size - start - 2, ISO_8859_1);
  }

  /** Forgets what is open. */
  @Override
  public void close() {
    for (RandomAccessFile stat : open.values()) {
      try {
        stat.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    open.clear();
  }
}
