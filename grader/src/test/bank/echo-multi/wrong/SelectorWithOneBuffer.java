// Loses 17: one selector for all clients, and one buffer where their half lines run together.
// Hints diff.mixed.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  public EchoServer(int port) throws IOException {
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(port));
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
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
          accept();
        } else {
          try {
            read(key);
          } catch (IOException e) {
            key.channel().close();
          }
        }
      }
    }
  }

  private void accept() throws IOException {
    SocketChannel client = listener.accept();
    if (client != null) {
      client.configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ);
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    if (client.read(buffer) < 0) {
      client.close();
      return;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      if (next == '\n') {
        ByteBuffer answer = UTF_8.encode("echo:" + line.toString(UTF_8) + "\n");
        while (answer.hasRemaining()) {
          client.write(answer);
        }
        line.reset();
      } else {
        line.write(next);
      }
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
