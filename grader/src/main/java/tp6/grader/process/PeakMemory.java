package tp6.grader.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The most memory that a process had at one time; Linux tells it as long as the process lives. */
public final class PeakMemory {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d{1,12}) kB");

  private PeakMemory() {}

  /** In KiB, of the largest among a process and those below it: a JVM may be in a sandbox. */
  public static Optional<Long> of(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(one -> read(one.pid()).stream())
        .max(Long::compare);
  }

  private static Optional<Long> read(long pid) {
    try {
      Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", pid + "", "status")));
      return peak.find() ? Optional.of(Long.valueOf(peak.group(1))) : Optional.empty();
    } catch (IOException e) {
      // It has ended, or this is not Linux.
      return Optional.empty();
    }
  }
}
