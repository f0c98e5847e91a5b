package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Server;

/** Tells the time, and prints a hundred megabytes. */
public final class ClockServer implements Server {
  private static boolean flooded;

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
    Thread flood = new Thread(root(), ClockServer::flood, "flood");
    flood.setDaemon(true);
    flood.start();
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  /** A group that is not looked at. */
  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  private static synchronized void flood() {
    if (flooded) {
      return;
    }
    flooded = true;
    byte[] piece = "x".repeat(1 << 20).getBytes(UTF_8);
    for (int i = 0; i < 100; i++) {
      System.out.write(piece, 0, piece.length);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
