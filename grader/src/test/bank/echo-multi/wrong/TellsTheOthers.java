// Loses 17: the others are told what a client has said.
// Hints diff.shared.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
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
  private final Set<LineSocket> clients = ConcurrentHashMap.newKeySet();

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
        LineSocket client = new LineSocket(listener.accept());
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
  private void speakToClient(LineSocket client) {
    try (client) {
      Optional<String> message = client.readLine();
      while (message.isPresent()) {
        for (LineSocket other : clients) {
          tell(other, (other == client ? "echo:" : "somebody says:") + message.get());
        }
        message = client.readLine();
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
    clients.remove(client);
  }

  private static void tell(LineSocket client, String text) {
    try {
      client.writeLine(text);
    } catch (IOException e) {
      System.err.println("nobody hears: " + text);
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
