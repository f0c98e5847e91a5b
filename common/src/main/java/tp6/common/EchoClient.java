package tp6.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.nio.charset.Charset;

/** Sends what is typed to an echo server, line by line, and displays each answer. */
public final class EchoClient {
  private static final String QUIT = "quit";

  private EchoClient() {}

  /** {@code EchoClient [host [port]]}, by default localhost and {@link Ports#ECHO}, until quit. */
  public static void main(String[] args) {
    Charset typed = Charset.forName(System.getProperty("native.encoding"));
    BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, typed));
    Program.run(() -> talk(Peer.parse(args, Ports.ECHO), keyboard));
  }

  private static void talk(Peer peer, BufferedReader keyboard) throws IOException {
    try (LineSocket server = peer.connect()) {
      System.out.println(Program.say("connected", peer, QUIT));
      String message = keyboard.readLine();
      while (message != null && !message.equals(QUIT)) {
        System.out.println(answer(server, message));
        message = keyboard.readLine();
      }
    }
  }

  private static String answer(LineSocket server, String message) throws IOException {
    try {
      server.writeLine(message);
      return server.readLine().orElseThrow(() -> new SocketException(Program.say("no.answer")));
    } catch (SocketException e) {
      throw new IOException(Program.say("gone", e.getMessage()), e);
    }
  }
}
