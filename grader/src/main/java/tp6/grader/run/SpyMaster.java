package tp6.grader.run;

import java.io.IOException;
import java.util.List;

/**
 * Stands where the prober stands: between the outer sandbox and the inner one. It starts what its
 * arguments say, and waits for the end of that.
 */
final class SpyMaster {
  private SpyMaster() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    System.exit(new ProcessBuilder(List.of(command)).inheritIO().start().waitFor());
  }
}
