package tp6.stage.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;
import tp6.stage.host.Host;

/** A client's connection: bytes out, bytes in, and never a wait without an end. */
public final class Wire {
  /** By the computer's clock: where many wait to be accepted, the system tries again later. */
  private static final Duration CONNECT = Duration.ofSeconds(16);

  private static final int TRIES = 40;

  /** Of a flood, the beginning will do. */
  private static final int MOST_LOOKS = 8;

  /** No time is no limit for a socket. */
  private static final int NO_TIME = 1;

  /** What came of waiting for bytes. */
  public enum Arrival {
    BYTES,
    END,
    RESET,
    NOTHING
  }

  private Socket socket = new Socket();
  private final Sender sender = new Sender();
  private final byte[] piece = new byte[65_536];
  private byte[] unread = {};
  private Arrival latest = Arrival.NOTHING;
  private boolean confirms;

  /** Whether somebody listens. A server that hangs up at once may do so before this is over. */
  public boolean connect(int port) {
    for (int i = 1; i < TRIES; i++) {
      try {
        return isConnectedTo(port);
      } catch (IOException e) {
        socket = new Socket();
      }
    }
    return false;
  }

  private boolean isConnectedTo(int port) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(Host.HERE, port), (int) CONNECT.toMillis());
      confirms = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
      // The system may connect a port on which nobody listens to itself.
      return socket.getLocalPort() != port;
    } catch (ConnectException | SocketTimeoutException e) {
      return false;
    }
  }

  /**
   * Sends bytes, after those that are still being sent.
   *
   * @param beside whether to return at once: whoever is answered before the end has to read
   */
  public void send(byte[] bytes, boolean beside) throws IOException {
    sender.act(() -> socket.getOutputStream().write(bytes), beside);
  }

  public boolean isConnected() {
    return socket.isConnected() && !socket.isClosed();
  }

  /** Sends the end of the stream, after all that is still being sent, and can still receive. */
  public void finish() throws IOException {
    sender.act(socket::shutdownOutput);
  }

  /** Makes closing a reset. */
  public void breakOff() throws IOException {
    socket.setSoLinger(true, 0);
  }

  public void close() throws IOException {
    socket.close();
  }

  /** Whether there is anything to be read at once, be it the end. */
  public boolean hasArrived() {
    return unread.length > 0 || read(NO_TIME) != Arrival.NOTHING;
  }

  /** What has arrived by now, be it more than was waited for. */
  public byte[] look() {
    int looks = 0;
    while (looks < MOST_LOOKS && read(NO_TIME) == Arrival.BYTES) {
      looks++;
    }
    return unread;
  }

  /** Whether the server has ended this connection, as far as it has arrived. */
  public boolean isOver() {
    look();
    Arrival next = read(NO_TIME);
    return next == Arrival.END || next == Arrival.RESET;
  }

  /** What has arrived and was not taken yet. */
  public byte[] unread() {
    return unread;
  }

  public byte[] take(int size) {
    byte[] taken = Arrays.copyOf(unread, size);
    unread = Arrays.copyOfRange(unread, size, unread.length);
    return taken;
  }

  /** The bytes of the first line with its end, or all where there is no line end. */
  public int firstSize() {
    return lineSize() == 0 ? unread.length : lineSize();
  }

  /** The bytes up to the first line end, and with it; 0 where there is none yet. */
  public int lineSize() {
    for (int i = 0; i < unread.length; i++) {
      if (unread[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  /** How many lines have come whole. */
  public int lines() {
    int lines = 0;
    for (byte one : unread) {
      lines += one == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** How long the line end is that comes next; 0 where there is none. */
  public int lineEndSize() {
    int size = unread.length > 1 && unread[0] == '\r' && unread[1] == '\n' ? 2 : 1;
    return unread.length >= size && unread[size - 1] == '\n' ? size : 0;
  }

  /** What came of the latest waiting. */
  public Arrival latest() {
    return latest;
  }

  /** Waits for more bytes, and takes a last look when there is no patience left. */
  public Arrival await(Patience patience) {
    boolean isLeft = patience.isLeftAfterBytes();
    latest = read(isLeft ? Patience.SLICE_MILLIS : NO_TIME);
    while (latest == Arrival.NOTHING && isLeft) {
      isLeft = patience.isLeft();
      latest = read(isLeft ? Patience.SLICE_MILLIS : NO_TIME);
    }
    return latest;
  }

  /**
   * Else the rest of an answer that is written in small pieces would wait for 40 ms in the server's
   * system, while all threads of the server sleep. Linux forgets it whenever something is sent.
   */
  private void confirmAtOnce() throws IOException {
    if (confirms) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  private Arrival read(int millis) {
    try {
      confirmAtOnce();
      socket.setSoTimeout(millis);
      int size = socket.getInputStream().read(piece);
      if (size < 0) {
        return Arrival.END;
      }
      int before = unread.length;
      unread = Arrays.copyOf(unread, before + size);
      System.arraycopy(piece, 0, unread, before, size);
      return Arrival.BYTES;
    } catch (SocketTimeoutException e) {
      return Arrival.NOTHING;
    } catch (IOException e) {
      return Arrival.RESET;
    }
  }
}
