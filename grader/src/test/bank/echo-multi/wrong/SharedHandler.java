// Loses 17: one Runnable for all threads, which is told the latest client.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final Conversation conversation = new Conversation();

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
        conversation.client = listener.accept();
        new Thread(conversation).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  private static class Conversation implements Runnable {
    private volatile Socket client;

    @Override
    public void run() {
      try (LineSocket lines = new LineSocket(client)) {
        Optional<String> message = lines.readLine();
        while (message.isPresent()) {
          lines.writeLine("echo:" + message.get());
          message = lines.readLine();
        }
      } catch (IOException e) {
        System.err.println("client lost: " + e.getMessage());
      }
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
