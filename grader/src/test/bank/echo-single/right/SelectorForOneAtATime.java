// Loses nothing: a selector looks after the one client, and for the next only then.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener;

  public EchoServer(int port) throws IOException {
    this.listener = ServerSocketChannel.open().bind(new InetSocketAddress(port));
    this.listener.configureBlocking(false);
    this.listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    try {
      while (listener.isOpen()) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            key.interestOps(0);
            SocketChannel client = listener.accept();
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new ByteArrayOutputStream());
          } else {
            listen(key, buffer);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      System.out.println("closed");
    }
  }

  /** Takes what a client has sent; when there is no more, the next client may come. */
  private void listen(SelectionKey key, ByteBuffer buffer) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    ByteArrayOutputStream line = (ByteArrayOutputStream) key.attachment();
    int size;
    try {
      size = client.read(buffer.clear());
      for (int i = 0; i < size; i++) {
        line.write(buffer.get(i));
        if (buffer.get(i) == '\n') {
          client.write(UTF_8.encode("echo:" + line.toString(UTF_8)));
          line.reset();
        }
      }
    } catch (IOException e) {
      size = -1;
    }
    if (size < 0) {
      client.close();
      listener.keyFor(selector).interestOps(SelectionKey.OP_ACCEPT);
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
