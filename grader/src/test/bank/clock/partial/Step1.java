// Loses 2, 3, 4, 5, 6, 7, 8, 9: one client is told in a sentence, with a fraction of a second.
// Hints diff.around, 3.hint, 4.hint, returned, 9.hint.
package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client, one after the other. */
public final class ClockServer implements Server {
  private final ServerSocket listener;
  private final Clock clock;
  private Socket client;

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
    client = listener.accept();
    tellTime();
  }

  private void tellTime() throws IOException {
    String line = "It is " + LocalTime.now(clock) + "\n";
    client.getOutputStream().write(line.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.CLOCK, ClockServer::new);
  }
}
