// Loses nothing: asynchronous channels, of which each result is waited for.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.concurrent.ExecutionException;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final AsynchronousServerSocketChannel listener;

  public EchoServer(int port) throws IOException {
    this.listener = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(port));
  }

  @Override
  public int port() {
    return ((InetSocketAddress) localAddress()).getPort();
  }

  @Override
  public void serve() throws IOException {
    while (listener.isOpen()) {
      try (AsynchronousSocketChannel client = listener.accept().get()) {
        speakToClient(client);
      } catch (ExecutionException e) {
        System.err.println("client lost: " + e.getCause());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(AsynchronousSocketChannel client)
      throws ExecutionException, InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (client.read(buffer).get() >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        byte next = buffer.get();
        line.write(next);
        if (next == '\n') {
          ByteBuffer answer = UTF_8.encode("echo:" + line.toString(UTF_8));
          while (answer.hasRemaining()) {
            client.write(answer).get();
          }
          line.reset();
        }
      }
      buffer.clear();
    }
  }

  private SocketAddress localAddress() {
    try {
      return listener.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
