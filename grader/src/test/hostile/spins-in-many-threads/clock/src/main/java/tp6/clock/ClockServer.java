package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Server;

/** Keeps all processors busy, and answers nobody. */
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
    for (int i = 0; i < 8; i++) {
      new Thread(ClockServer::spin).start();
    }
    spin();
  }

  private static void spin() {
    long turns = 0;
    while (turns >= 0) {
      turns++;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
