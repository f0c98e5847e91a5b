package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Server;

/** Starts threads and more threads. */
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
    for (int i = 0; i < 3_000; i++) {
      try {
        new Thread(null, ClockServer::sleep, "bomb", 1 << 16).start();
      } catch (OutOfMemoryError e) {
        break;
      }
    }
    sleep();
  }

  private static void sleep() {
    try {
      Thread.sleep(100_000);
    } catch (InterruptedException e) {
      // Then it ends.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
