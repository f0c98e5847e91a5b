package tp6.stage.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** How long threads of this process wait at most, where they wait in the system. */
final class TimeLimits {
  private static final Path THREADS = Path.of("/proc/self/task");

  /**
   * The field of the limit in milliseconds, by the number of the call: {@code poll} and {@code
   * epoll_wait} of Linux on x86-64, as {@code /proc/self/task/N/syscall} tells them (proc(5)).
   */
  private static final Map<String, Integer> LIMIT = Map.of("7", 3, "232", 4);

  private TimeLimits() {}

  /** In milliseconds; 0 where no thread has a limit, or where nobody tells. */
  static int longest() {
    if (!System.getProperty("os.arch").equals("amd64") || !Files.isDirectory(THREADS)) {
      return 0;
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.mapToInt(TimeLimits::limit).max().orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static int limit(Path thread) {
    try {
      String[] fields = Files.readString(thread.resolve("syscall")).strip().split(" ");
      Integer field = LIMIT.get(fields[0]);
      return field == null ? 0 : (int) Long.parseUnsignedLong(fields[field].substring(2), 16);
    } catch (IOException e) {
      // The thread has ended meanwhile, or the system does not tell.
      return 0;
    }
  }
}
