package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import tp6.common.Server;

/** Answers one character at a time, slowly. */
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
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        while (true) {
          client.getOutputStream().write('1');
          Thread.sleep(900);
        }
      } catch (IOException | InterruptedException e) {
        // The next client comes, or it is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
