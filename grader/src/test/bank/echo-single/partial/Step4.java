// Loses 5, 6, 7, 8, 9, 11, 12, 13, 14, 15: lines are answered, after a greeting, and in lower
// case.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
    out.write("hello\n".getBytes(US_ASCII));
    StringBuilder unread = new StringBuilder();
    byte[] piece = new byte[8192];
    int size = in.read(piece);
    while (size >= 0) {
      unread.append(new String(piece, 0, size, UTF_8));
      int end = unread.indexOf("\n");
      if (end >= 0) {
        String message = unread.substring(0, end);
        if (message.isEmpty()) {
          message = "nothing";
        }
        out.write(("echo:" + message.toLowerCase() + "\n").getBytes(US_ASCII));
        unread.setLength(0);
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
