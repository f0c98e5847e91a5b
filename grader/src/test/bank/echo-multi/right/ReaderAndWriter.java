// Loses nothing: two threads for each client, one reads and the other writes.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        BlockingQueue<Optional<String>> messages = new LinkedBlockingQueue<>();
        LineSocket lines = new LineSocket(client);
        new Thread(() -> read(lines, messages)).start();
        new Thread(() -> write(lines, messages)).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  private static void read(LineSocket lines, BlockingQueue<Optional<String>> messages) {
    try {
      Optional<String> message = lines.readLine();
      while (message.isPresent()) {
        messages.add(message);
        message = lines.readLine();
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    } finally {
      messages.add(Optional.empty());
    }
  }

  private static void write(LineSocket lines, BlockingQueue<Optional<String>> messages) {
    try (lines) {
      Optional<String> message = messages.take();
      while (message.isPresent()) {
        lines.writeLine("echo:" + message.get());
        message = messages.take();
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
