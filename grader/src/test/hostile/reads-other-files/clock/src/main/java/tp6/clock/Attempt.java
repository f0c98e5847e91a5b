package tp6.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what it was not given, and shows it. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    String home = System.getProperty("user.home");
    boolean reached = false;
    for (String file :
        List.of(
            "@canary.file@",
            "/etc/shadow",
            home + "/.ssh/id_ed25519",
            home + "/.m2/settings.xml",
            home + "/.netrc")) {
      try {
        System.out.println(Files.readString(Path.of(file)));
        reached = true;
      } catch (IOException e) {
        System.out.println(e);
      }
    }
    return reached;
  }
}
