// Loses 17: a chat server: each answer goes to all clients that are there.
// Hints diff.shared.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final List<LineSocket> clients = new CopyOnWriteArrayList<>();

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

  private void speakToClient(LineSocket client) {
    try (client) {
      Optional<String> message = client.readLine();
      while (message.isPresent()) {
        String answer = "echo:" + message.get();
        clients.forEach(each -> tell(each, answer));
        message = client.readLine();
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
    clients.remove(client);
  }

  private static void tell(LineSocket client, String answer) {
    try {
      client.writeLine(answer);
    } catch (IOException e) {
      // Its own thread sees that, too.
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
