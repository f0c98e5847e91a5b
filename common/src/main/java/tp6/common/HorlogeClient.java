package tp6.common;

import java.io.IOException;

/** Asks a clock server for the time, once, and displays it. */
public final class HorlogeClient {
  private HorlogeClient() {}

  /** {@code HorlogeClient [host [port]]}, by default localhost and {@link Ports#CLOCK}. */
  public static void main(String[] args) {
    Program.run(
        () -> {
          try (LineSocket server = Peer.parse(args, Ports.CLOCK).connect()) {
            var time = server.readLine();
            System.out.println(time.orElseThrow(() -> new IOException(Program.say("no.time"))));
          }
        });
  }
}
