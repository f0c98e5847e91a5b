package tp6.common;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Asks a clock server for the time, once, and displays it. */
public final class HorlogeClient {
  private HorlogeClient() {}

  /**
   * {@code HorlogeClient [host [port]]}, by default localhost and {@link Ports#CLOCK}. The exit
   * status is 1 where there is no time to display, 2 on a wrong command line.
   */
  public static void main(String[] args) {
    int status = run(args, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    Peer peer;
    try {
      peer = Peer.parse(args, Ports.CLOCK);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try (LineSocket clock = peer.connect()) {
      Optional<String> time = clock.readLine();
      if (time.isPresent()) {
        out.println(time.get());
        return 0;
      }
      err.println("the server closed the connection without a word");
    } catch (IOException e) {
      err.println(e.getMessage());
    }
    return 1;
  }
}
