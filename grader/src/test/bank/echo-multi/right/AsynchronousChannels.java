// Loses nothing: asynchronous channels call back when something has come.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CountDownLatch;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final AsynchronousServerSocketChannel listener;
  private final CountDownLatch closed = new CountDownLatch(1);

  public EchoServer(int port) throws IOException {
    this.listener = AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(port));
  }

  @Override
  public int port() {
    return ((InetSocketAddress) localAddress()).getPort();
  }

  @Override
  public void serve() {
    listener.accept(null, new Acceptor());
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SocketAddress localAddress() {
    try {
      return listener.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Acceptor implements CompletionHandler<AsynchronousSocketChannel, Void> {
    @Override
    public void completed(AsynchronousSocketChannel client, Void nothing) {
      listener.accept(null, this);
      new Conversation(client).read();
    }

    @Override
    public void failed(Throwable e, Void nothing) {
      System.out.println("closed: " + e);
    }
  }

  /** Reads a piece, answers the lines in it, and reads the next piece. */
  private static final class Conversation implements CompletionHandler<Integer, ByteBuffer> {
    private final AsynchronousSocketChannel client;
    private final ByteBuffer piece = ByteBuffer.allocate(4096);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Conversation(AsynchronousSocketChannel client) {
      this.client = client;
    }

    void read() {
      client.read(piece.clear(), null, this);
    }

    @Override
    public void completed(Integer size, ByteBuffer answer) {
      if (size < 0) {
        close();
      } else if (answer == null) {
        write(answers(piece.flip()));
      } else {
        write(answer);
      }
    }

    private void write(ByteBuffer answer) {
      if (answer.hasRemaining()) {
        client.write(answer, answer, this);
      } else {
        read();
      }
    }

    private ByteBuffer answers(ByteBuffer bytes) {
      ByteArrayOutputStream answers = new ByteArrayOutputStream();
      while (bytes.hasRemaining()) {
        byte next = bytes.get();
        line.write(next);
        if (next == '\n') {
          answers.writeBytes("echo:".getBytes(UTF_8));
          answers.writeBytes(line.toByteArray());
          line.reset();
        }
      }
      return ByteBuffer.wrap(answers.toByteArray());
    }

    @Override
    public void failed(Throwable e, ByteBuffer answer) {
      System.err.println("client lost: " + e);
      close();
    }

    private void close() {
      try {
        client.close();
      } catch (IOException e) {
        System.err.println("not closed: " + e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    closed.countDown();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
