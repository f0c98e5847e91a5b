// Loses 1: answers stay in a BufferedOutputStream until the conversation is over.
// Hints reads.again.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      try {
        speakToClient(listener.accept());
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) {
    try (client;
        OutputStream out = new BufferedOutputStream(client.getOutputStream())) {
      LineSocket in = new LineSocket(client);
      for (Optional<String> message = in.readLine(); message.isPresent(); message = in.readLine()) {
        out.write(("echo:" + message.get() + "\n").getBytes(UTF_8));
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
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
