package tp6.stage.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The threads of a process, as Linux tells them under {@code /proc}. They are asked so often that
 * their files stay open.
 */
public final class Tasks implements Closeable {
  /** What {@code /proc} counts in is a hundredth of a second. */
  private static final int MILLIS_PER_TICK = 10;

  /** Of the fields after the name: the state, the time in user mode, that in the kernel. */
  private static final int STATE = 0;

  private static final int USER = 11;
  private static final int KERNEL = 12;

  /** Programs with more threads are asked more slowly. */
  private static final int MOST_OPEN = 400;

  private static final int FILES_PER_THREAD = 2;

  /** Of the scheduler's fields: how often the thread has begun to run. */
  private static final int TURNS = 2;

  /** More than the fields take. */
  private final byte[] bytes = new byte[512];

  private final File folder;
  private final Map<File, RandomAccessFile> open = new HashMap<>();
  private final boolean tells;
  private long turns;

  public Tasks(long pid) {
    this.folder = new File("/proc/" + pid + "/task");
    this.tells = new File("/proc/" + pid + "/schedstat").canRead();
  }

  /** Whether the system tells; not where the process has ended, or where it is another system. */
  boolean areKnown() {
    return folder.isDirectory();
  }

  /** What they do; nothing where it is not known. */
  public Optional<Pulse> pulse() {
    String[] threads = folder.list();
    if (threads == null) {
      return Optional.empty();
    }
    try {
      if (open.size() > FILES_PER_THREAD * threads.length + 1) {
        close();
      }
      String[] all = state(folder.getParentFile()).split(" ", KERNEL + 2);
      long ticks = Long.parseLong(all[USER]) + Long.parseLong(all[KERNEL]);
      turns = 0;
      boolean works = isOneAtWork(threads);
      return Optional.of(new Pulse(works, ticks * MILLIS_PER_TICK, turns));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The JVM's own threads count, too: one that compiles may hold a lock for which the program's
   * thread sleeps. The student's own are the latest, and mostly those that work.
   */
  private boolean isOneAtWork(String[] threads) throws IOException {
    for (int i = threads.length - 1; i >= 0; i--) {
      File thread = new File(folder, threads[i]);
      try {
        // Before its state: who sleeps then, and has had no turn by the next look, sleeps on.
        turns = 31 * turns + turns(thread);
        if ("RD".indexOf(state(thread).charAt(STATE)) >= 0) {
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

  /** How often a thread has begun to run; 0 where the system does not tell. */
  private long turns(File thread) throws IOException {
    File file = new File(thread, "schedstat");
    String[] fields = tells ? read(file).strip().split(" ") : new String[0];
    return fields.length > TURNS ? Long.parseLong(fields[TURNS]) : 0;
  }

  /** The fields that follow the name, which may hold anything. */
  private String state(File task) throws IOException {
    String stat = read(new File(task, "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2);
  }

  private String read(File file) throws IOException {
    RandomAccessFile kept = open.get(file);
    RandomAccessFile stat = kept == null ? new RandomAccessFile(file, "r") : kept;
    int size = 0;
    try {
      stat.seek(0);
      // The system writes all of it at once.
      size = stat.read(bytes);
    } finally {
      if (size > 0 && (kept != null || open.size() < MOST_OPEN)) {
        open.put(file, stat);
      } else {
        open.remove(file);
        stat.close();
      }
    }
    if (size <= 0) {
      throw new EOFException("the thread has ended");
    }
    return new String(bytes, 0, size, ISO_8859_1);
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
