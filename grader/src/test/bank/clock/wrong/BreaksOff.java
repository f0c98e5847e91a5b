// Loses 4: SO_LINGER of 0 makes close() a reset.
// Hints 4.hint.broken_off.
package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client. */
public final class ClockServer implements Server {
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ServerSocket listener;
  private final Clock clock;

  public ClockServer(int port) throws IOException {
    this(port, Clock.systemDefaultZone());
  }

  ClockServer(int port, Clock clock) throws IOException {
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

  private void tellTime(Socket client) {
    try (client) {
      client.setSoLinger(true, 0);
      OutputStream out = client.getOutputStream();
      out.write((FORMAT.format(LocalTime.now(clock)) + "\n").getBytes(UTF_8));
      out.flush();
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
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
