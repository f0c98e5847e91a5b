package tp6.stage.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Notices that a student has saved a source. It looks for itself: what systems tell of changes
 * comes seconds late on some of them.
 */
public final class Saves implements AutoCloseable {
  private static final int LOOK_MILLIS = 200;

  private final List<Path> folders;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "saves");
            thread.setDaemon(true);
            return thread;
          });
  private Map<Path, String> known;

  /** Of Java files below these folders, from now on. */
  public Saves(List<Path> folders) throws IOException {
    this.folders = List.copyOf(folders);
    this.known = look();
  }

  /** Waits for a change, and for its end, where several files are saved; tells which they are. */
  public List<Path> next() throws IOException, InterruptedException {
    Map<Path, String> last = known;
    while (true) {
      Map<Path, String> now = lookSoon();
      if (now.equals(last) && !now.equals(known)) {
        Map<Path, String> old = known;
        known = now;
        TreeSet<Path> files = new TreeSet<>(old.keySet());
        files.addAll(now.keySet());
        return files.stream()
            .filter(file -> !now.getOrDefault(file, "").equals(old.getOrDefault(file, "")))
            .toList();
      }
      last = now;
    }
  }

  private Map<Path, String> lookSoon() throws IOException, InterruptedException {
    try {
      return timer.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS).get();
    } catch (ExecutionException e) {
      throw new IOException(folders + " cannot be watched: " + e.getCause().getMessage(), e);
    }
  }

  private Map<Path, String> look() throws IOException {
    Map<Path, String> seen = new TreeMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.walk(folder)) {
          for (Path file : found.filter(one -> one.toString().endsWith(".java")).toList()) {
            seen.put(file, stamp(file));
          }
        }
      }
    }
    return seen;
  }

  /** Editors replace a file while they save it. */
  private static String stamp(Path file) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
