// Loses 10: what one read() of a channel brings is decoded alone.
// Hints diff.replacement.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final ServerSocketChannel listener;

  public EchoServer(int port) throws IOException {
    this.listener = ServerSocketChannel.open().bind(new InetSocketAddress(port));
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (listener.isOpen()) {
      SocketChannel client;
      try {
        client = listener.accept();
      } catch (ClosedChannelException e) {
        return;
      }
      speakToClient(client);
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(SocketChannel client) {
    try (client) {
      ByteBuffer buffer = ByteBuffer.allocate(1024);
      StringBuilder unread = new StringBuilder();
      while (client.read(buffer) >= 0) {
        unread.append(UTF_8.decode(buffer.flip()));
        buffer.clear();
        for (int end = unread.indexOf("\n"); end >= 0; end = unread.indexOf("\n")) {
          ByteBuffer answer = UTF_8.encode("echo:" + unread.substring(0, end + 1));
          while (answer.hasRemaining()) {
            client.write(answer);
          }
          unread.delete(0, end + 1);
        }
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
