// Loses 13: the exception of one client is caught outside the loop of serve().
// Hints 13.hint.
package tp6.echosingle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
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
  public void serve() {
    try {
      while (true) {
        speakToClient(listener.accept());
      }
    } catch (IOException e) {
      System.err.println("stopped: " + e.getMessage());
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) throws IOException {
    try (LineSocket conversation = new LineSocket(client)) {
      Optional<String> message = conversation.readLine();
      while (message.isPresent()) {
        conversation.writeLine("echo:" + message.get());
        message = conversation.readLine();
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
