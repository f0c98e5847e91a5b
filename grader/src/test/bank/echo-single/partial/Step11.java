// Loses 12, 13, 14, 15: two threads for the two clients of the experiment, a reset ends one, and no
// socket is closed.
package tp6.echosingle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    new Thread(this::helpToServe).start();
    serveOneByOne();
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

  private void helpToServe() {
    try {
      serveOneByOne();
    } catch (IOException e) {
      System.err.println("stopped: " + e.getMessage());
    }
  }

  private void serveOneByOne() throws IOException {
    while (true) {
      speakToClient(listener.accept());
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
