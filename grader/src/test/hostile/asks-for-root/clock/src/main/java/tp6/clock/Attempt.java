package tp6.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Wants to be somebody else. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    return Files.exists(Path.of("/var/run/docker.sock"))
        || canStart("sudo", "-n", "true")
        || canStart("su", "-c", "true")
        || isRoot();
  }

  private static boolean canStart(String... command) {
    try {
      new ProcessBuilder(List.of(command)).start().destroyForcibly();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isRoot() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .anyMatch(line -> line.startsWith("Uid:") && line.matches(".*\\b0\\b.*"));
    } catch (IOException e) {
      return false;
    }
  }
}
