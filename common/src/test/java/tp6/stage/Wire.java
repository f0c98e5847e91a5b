package tp6.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** A client's connection: bytes out, bytes in, and never a wait without an end. */
final class Wire {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LOOK_AT_SERVER_MILLIS = 50;

  /** What came of waiting for bytes. */
  enum Arrival {
    BYTES,
    END,
    RESET,
    NOTHING
  }

  private final Socket socket = new Socket();
  private final BooleanSupplier serverIsHopeless;
  private byte[] unread = {};

  Wire(BooleanSupplier serverIsHopeless) {
    this.serverIsHopeless = serverIsHopeless;
  }

  boolean connect(int port) {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) CONNECT.toMillis());
      // The system may connect a port on which nobody listens to itself.
      return socket.getLocalPort() != port;
    } catch (IOException e) {
      return false;
    }
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Sends the end of the stream, and can still receive. */
  void finish() throws IOException {
    socket.shutdownOutput();
  }

  /** Makes closing a reset. */
  void breakOff() throws IOException {
    socket.setSoLinger(true, 0);
  }

  void close() throws IOException {
    socket.close();
  }

  /** What has arrived and was not taken yet. */
  byte[] unread() {
    return unread;
  }

  byte[] take(int size) {
    byte[] taken = Arrays.copyOf(unread, size);
    unread = Arrays.copyOfRange(unread, size, unread.length);
    return taken;
  }

  /** The bytes up to the first line end, and with it; 0 where there is none yet. */
  int lineSize() {
    for (int i = 0; i < unread.length; i++) {
      if (unread[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  /** Waits for more bytes; now and then looks whether there is still a server to wait for. */
  Arrival await(Deadline deadline) {
    byte[] piece = new byte[8192];
    boolean lastLook = false;
    while (!deadline.hasPassed()) {
      try {
        socket.setSoTimeout(deadline.millisLeft(LOOK_AT_SERVER_MILLIS));
        int size = socket.getInputStream().read(piece);
        if (size < 0) {
          return Arrival.END;
        }
        int before = unread.length;
        unread = Arrays.copyOf(unread, before + size);
        System.arraycopy(piece, 0, unread, before, size);
        return Arrival.BYTES;
      } catch (SocketTimeoutException e) {
        if (lastLook) {
          return Arrival.NOTHING;
        }
        lastLook = serverIsHopeless.getAsBoolean();
      } catch (IOException e) {
        return Arrival.RESET;
      }
    }
    return Arrival.NOTHING;
  }
}
