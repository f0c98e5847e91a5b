package tp6.clock;

import java.io.IOException;
import java.nio.file.Path;

/** Becomes many. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    try {
      for (int i = 0; i < 20; i++) {
        new ProcessBuilder(java, "-Xmx8m", "-Xshare:auto", "-cp", classes, Attempt.class.getName())
            .inheritIO()
            .start();
      }
    } catch (IOException e) {
      System.out.println(e);
    }
    return true;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread.sleep(300_000);
  }
}
