// Loses 10: what one read() of a channel brings is decoded alone.
// Hints diff.replacement.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocketChannel listener;
  private final Selector selector;

  public EchoServer(int port) throws IOException {
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open().bind(new InetSocketAddress(port));
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    while (listener.isOpen()) {
      selector.select();
      if (!selector.isOpen()) {
        return;
      }
      Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
      while (keys.hasNext()) {
        SelectionKey key = keys.next();
        keys.remove();
        if (key.isAcceptable()) {
          SocketChannel client = listener.accept();
          client.configureBlocking(false);
          client.register(selector, SelectionKey.OP_READ, new StringBuilder());
        } else {
          try {
            read((SocketChannel) key.channel(), (StringBuilder) key.attachment(), buffer);
          } catch (IOException e) {
            key.channel().close();
          }
        }
      }
    }
  }

  private static void read(SocketChannel client, StringBuilder unread, ByteBuffer buffer)
      throws IOException {
    buffer.clear();
    if (client.read(buffer) < 0) {
      client.close();
      return;
    }
    unread.append(UTF_8.decode(buffer.flip()));
    for (int end = unread.indexOf("\n"); end >= 0; end = unread.indexOf("\n")) {
      ByteBuffer answer = UTF_8.encode("echo:" + unread.substring(0, end) + "\n");
      while (answer.hasRemaining()) {
        client.write(answer);
      }
      unread.delete(0, end + 1);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    selector.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
