package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tp6.common.Server;

/** Fills the memory, and holds it. */
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
    List<byte[]> memory = new ArrayList<>();
    while (true) {
      try {
        memory.add(new byte[1 << 20]);
      } catch (OutOfMemoryError e) {
        // Tries again.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
