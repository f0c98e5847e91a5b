// Loses 8: try stands around the loop, so that a client that is gone ends it.
// Hints 8.hint.
package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client, one after the other. */
public final class ClockServer implements Server {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ServerSocket listener;
  private final Clock clock;

  /** Tells the time of this computer. */
  public ClockServer(int port) throws IOException {
    this(port, Clock.systemDefaultZone());
  }

  /** Tells the local time of a clock. */
  public ClockServer(int port, Clock clock) throws IOException {
    this.listener = new ServerSocket(port);
    this.clock = clock;
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() {
    try {
      while (true) {
        tellTime(listener.accept());
      }
    } catch (IOException e) {
      System.err.println("stopped: " + e.getMessage());
    }
  }

  private void tellTime(Socket client) throws IOException {
    String line = LocalTime.now(clock).format(TIME) + "\n";
    try (client) {
      for (byte b : line.getBytes(UTF_8)) {
        pause();
        client.getOutputStream().write(b);
      }
    }
  }

  /** Some time between two characters, as a teleprinter would. */
  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.CLOCK, ClockServer::new);
  }
}
