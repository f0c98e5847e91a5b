// Loses 12, 13, 14, 15, 16, 17: one client after the other, no socket is closed, and serve() throws
// when it is closed.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final List<Socket> clients = new ArrayList<>();

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (true) {
      speakToClient(listener.accept());
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) throws IOException {
    clients.add(client);
    LineSocket conversation = new LineSocket(client);
    Optional<String> message = conversation.readLine();
    while (message.isPresent()) {
      conversation.writeLine("echo:" + message.get());
      message = conversation.readLine();
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
