// Loses nothing: a selector tells when the next client can be accepted.
package tp6.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Tells the time to each client, one after the other. */
public final class ClockServer implements Server {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener;
  private final Clock clock;

  /** Tells the time of this computer. */
  public ClockServer(int port) throws IOException {
    this(port, Clock.systemDefaultZone());
  }

  /** Tells the local time of a clock. */
  public ClockServer(int port, Clock clock) throws IOException {
    this.listener = ServerSocketChannel.open().bind(new InetSocketAddress(port));
    this.listener.configureBlocking(false);
    this.listener.register(selector, SelectionKey.OP_ACCEPT);
    this.clock = clock;
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    try {
      while (selector.isOpen()) {
        selector.select();
        selector.selectedKeys().clear();
        SocketChannel client = listener.accept();
        if (client != null) {
          tellTime(client);
        }
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      System.out.println("closed");
    }
  }

  private void tellTime(SocketChannel client) {
    try (client) {
      client.write(UTF_8.encode(LocalTime.now(clock).format(TIME) + "\n"));
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    selector.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.CLOCK, ClockServer::new);
  }
}
