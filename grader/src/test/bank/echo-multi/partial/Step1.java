// Loses 2, 3, 4, 5, 6, 7: the server of exercise 3, whose serve() throws when it is closed.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final StringBuilder unread = new StringBuilder();

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

  private void speakToClient(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = client.getOutputStream();
    byte[] piece = new byte[1024];
    for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
      for (String message : linesWith(new String(piece, 0, size, UTF_8))) {
        out.write(("echo:" + message + "\n").getBytes(UTF_8));
      }
    }
  }

  private List<String> linesWith(String piece) {
    List<String> lines = new ArrayList<>();
    unread.append(piece);
    for (int end = unread.indexOf("\n"); end >= 0; end = unread.indexOf("\n")) {
      lines.add(unread.substring(0, end));
      unread.delete(0, end + 1);
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
