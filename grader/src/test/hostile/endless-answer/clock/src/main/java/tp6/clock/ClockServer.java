package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import tp6.common.Server;

/** Answers without end. */
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
    byte[] piece = "1".repeat(1 << 16).getBytes(UTF_8);
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        while (true) {
          client.getOutputStream().write(piece);
        }
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
