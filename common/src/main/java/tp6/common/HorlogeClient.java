package tp6.common;

import java.io.IOException;

/** Asks a clock server for the time, once, and displays it. */
public final class HorlogeClient {
  private HorlogeClient() {}

  /** {@code HorlogeClient [host [port]]}, by default localhost and {@link Ports#CLOCK}. */
  public static void main(String[] args) {
    Program.run(() -> displayTime(Peer.parse(args, Ports.CLOCK)));
  }

  private static void displayTime(Peer peer) throws IOException {
    try (LineSocket server = peer.connect()) {
      String time = server.readLine().orElseThrow(() -> new IOException(noTime()));
      System.out.println(time);
    }
  }

  private static String noTime() {
    return Say.either(
        "the server has gone without telling the time", "le serveur est parti sans donner l'heure");
  }
}
