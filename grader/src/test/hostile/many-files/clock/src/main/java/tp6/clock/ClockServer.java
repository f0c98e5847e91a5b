package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Server;

/** Tells the time, and leaves files behind. */
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
    leaveFiles();
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  private static synchronized void leaveFiles() throws IOException {
    if (left) {
      return;
    }
    left = true;
    for (int i = 0; i < 500; i++) {
      Files.createFile(Path.of("file" + i));
    }
    Files.createDirectories(Path.of("in/".repeat(500)));
    Files.createSymbolicLink(Path.of("up"), Path.of(".."));
    Path closed = Files.createDirectory(Path.of("closed"));
    Files.createFile(closed.resolve("file"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
