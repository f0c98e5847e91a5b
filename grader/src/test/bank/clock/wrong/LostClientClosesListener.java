// Loses 8: where a client is lost, the whole server is closed.
// Hints 8.hint.
package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      try {
        tellTime(listener.accept());
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  private void tellTime(Socket client) throws IOException {
    String line = LocalTime.now(clock).format(TIME) + "\n";
    try (client) {
      client.getOutputStream().write(line.getBytes(UTF_8));
    } catch (IOException e) {
      close();
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
