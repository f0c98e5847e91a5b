package tp6.clock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Calls somebody. */
final class Attempt {
  private Attempt() {}

  static boolean reached() {
    return canConnect("127.0.0.1", Integer.parseInt("@canary.port@"))
        || canConnect("198.51.100.1", 80)
        || knows("example.org");
  }

  private static boolean canConnect(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 300);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean knows(String name) {
    try {
      return InetAddress.getByName(name) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
