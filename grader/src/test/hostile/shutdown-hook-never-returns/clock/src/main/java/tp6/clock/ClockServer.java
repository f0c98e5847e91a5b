package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Server;

/** Ends, and never comes to the end. */
public final class ClockServer implements Server {
  private final ServerSocket listener;
  private final Clock clock;

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
    Runtime.getRuntime().addShutdownHook(new Thread(ClockServer::stay));
    listener.accept();
    System.exit(0);
  }

  private static void stay() {
    while (true) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        // Stays nevertheless.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
