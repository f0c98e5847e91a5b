package tp6.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tp6.common.Server;

/** Writes where it has no business. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    try {
      Files.writeString(Path.of("@canary.folder@", "left-by-a-student"), "forged");
      return true;
    } catch (IOException e) {
      System.out.println(e);
      return Files.isWritable(course()) || Files.isWritable(Path.of("/etc"));
    }
  }

  private static Path course() {
    return Path.of(Server.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
