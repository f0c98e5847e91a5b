// Loses 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15: the buffer is as large as an array can
// be, and larger than the memory.
// Hints memory.
// Costs much: serve() ends with an error at the first client.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
    try (client) {
      InputStream in = client.getInputStream();
      byte[] buffer = new byte[Integer.MAX_VALUE];
      StringBuilder line = new StringBuilder("echo:");
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        line.append(new String(buffer, 0, size, UTF_8));
        if (line.charAt(line.length() - 1) == '\n') {
          client.getOutputStream().write(line.toString().getBytes(UTF_8));
          line.setLength("echo:".length());
        }
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
