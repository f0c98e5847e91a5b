// Loses 13: when one client is lost, the sockets of all clients are closed.
// Hints closed.stream.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

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
        clients.add(client);
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
    try (LineSocket conversation = new LineSocket(client)) {
      Optional<String> message = conversation.readLine();
      while (message.isPresent()) {
        conversation.writeLine("echo:" + message.get());
        message = conversation.readLine();
      }
      clients.remove(client);
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
      closeAll();
    }
  }

  private void closeAll() {
    for (Socket client : clients) {
      try {
        client.close();
      } catch (IOException e) {
        System.err.println("not closed: " + e.getMessage());
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
