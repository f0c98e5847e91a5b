package tp6.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Sends what is typed to an echo server, line by line, and displays each answer. */
public final class EchoClient {
  private static final String QUIT = "quit";

  private EchoClient() {}

  /**
   * {@code EchoClient [host [port]]}, by default localhost and {@link Ports#ECHO}. Stops on {@code
   * quit} and at the end of input. The exit status is 1 where the server is not there or goes away,
   * 2 on a wrong command line.
   */
  public static void main(String[] args) {
    Charset typed = Charset.forName(System.getProperty("native.encoding"));
    int status = run(args, new InputStreamReader(System.in, typed), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] args, Reader keyboard, PrintStream out, PrintStream err) {
    Peer peer;
    try {
      peer = Peer.parse(args, Ports.ECHO);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try (LineSocket server = peer.connect()) {
      out.println("connected to " + peer + "; type a message, or " + QUIT);
      if (talk(server, new BufferedReader(keyboard), out)) {
        return 0;
      }
      err.println("the server has gone: no answer will come");
    } catch (SocketException e) {
      err.println("the server has gone: " + e.getMessage());
    } catch (IOException e) {
      err.println(e.getMessage());
    }
    return 1;
  }

  /** Talks until the keyboard has had enough, or returns false if the server had first. */
  private static boolean talk(LineSocket server, BufferedReader keyboard, PrintStream out)
      throws IOException {
    String message = keyboard.readLine();
    while (message != null && !message.equals(QUIT)) {
      server.writeLine(message);
      Optional<String> answer = server.readLine();
      if (answer.isEmpty()) {
        return false;
      }
      out.println(answer.get());
      message = keyboard.readLine();
    }
    return true;
  }
}
