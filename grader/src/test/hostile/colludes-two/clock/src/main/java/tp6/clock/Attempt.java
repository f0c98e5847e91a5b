package tp6.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Number two of two. */
final class Attempt {
  private static final String OWN = "tp6-note-of-two";
  private static final String OTHER = "tp6-note-of-one";

  private Attempt() {}

  static boolean reached() {
    boolean reached = false;
    for (String folder : List.of("/tmp", "/dev/shm", "/var/tmp", "/w", "@canary.folder@")) {
      reached |= Files.exists(Path.of(folder, OTHER));
      try {
        Files.writeString(Path.of(folder, OWN), "the answer");
      } catch (IOException e) {
        System.out.println(e);
      }
    }
    return reached;
  }
}
