package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.Permission;
import java.security.Security;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import tp6.common.Server;

/** Tells the time in a JVM that it has turned upside down. */
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
    turnUpsideDown();
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        String line = LocalTime.now(clock).format(DateTimeFormatter.ofPattern("HH:mm:ss"));
        client.getOutputStream().write((line + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        // The next client comes, or it is over.
      }
    }
  }

  @SuppressWarnings("removal")
  private static void turnUpsideDown() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    Security.setProperty("networkaddress.cache.ttl", "0");
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> Runtime.getRuntime().halt(0));
    try {
      System.setSecurityManager(new NoExit());
    } catch (UnsupportedOperationException e) {
      // Newer JVMs have none.
    }
    System.setProperties(new Properties());
  }

  @SuppressWarnings("removal")
  private static final class NoExit extends SecurityManager {
    @Override
    public void checkExit(int status) {
      throw new SecurityException("this JVM goes on");
    }

    @Override
    public void checkPermission(Permission permission) {
      // Everything else is allowed.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
