// Loses 1, 2, 3, 4, 5, 6, 7, 8, 9: serve() does nothing, and returns at once.
// Hints returned.early.
// Costs much: nobody is ever answered.
package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client, one after the other. */
public final class ClockServer implements Server {
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
  public void serve() throws IOException {}

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.CLOCK, ClockServer::new);
  }
}
