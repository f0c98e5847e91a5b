package tp6.clock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for its own name. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    return ProcessHandle.allProcesses().anyMatch(Attempt::tells);
  }

  private static boolean tells(ProcessHandle process) {
    for (String file : List.of("mountinfo", "cmdline", "environ")) {
      try {
        byte[] text = Files.readAllBytes(Path.of("/proc/" + process.pid(), file));
        if (new String(text, ISO_8859_1).contains("reads-the-mounts")) {
          return true;
        }
      } catch (IOException e) {
        System.out.println(e);
      }
    }
    return false;
  }
}
