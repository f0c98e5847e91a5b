package tp6.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a hundred megabytes. */
final class Attempt {
  private static final int MEGABYTE = 1 << 20;

  private Attempt() {}

  static boolean reached() {
    int written = 0;
    for (String folder : List.of("/", "/dev/shm", "/var/tmp", "/tmp", "/w")) {
      try {
        for (int i = 0; i < 100; i++) {
          Files.write(Path.of(folder, "tp6-filled-" + i), new byte[MEGABYTE]);
          written++;
        }
      } catch (IOException e) {
        System.out.println(written + " MB: " + e);
      }
    }
    return written >= 100;
  }
}
