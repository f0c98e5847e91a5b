// Loses 10, 11, 12, 13, 14, 15: lines that come together are answered, but half a character is not
// kept.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private Socket client;

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    client = listener.accept();
    speakToClient();
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient() throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    StringBuilder unread = new StringBuilder();
    byte[] piece = new byte[8192];
    int size = in.read(piece);
    while (size >= 0) {
      unread.append(new String(piece, 0, size, UTF_8));
      for (int end = unread.indexOf("\n"); end >= 0; end = unread.indexOf("\n")) {
        String message = unread.substring(0, end);
        out.write(("echo:" + message + "\n").getBytes(UTF_8));
        unread.delete(0, end + 1);
      }
      size = in.read(piece);
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
