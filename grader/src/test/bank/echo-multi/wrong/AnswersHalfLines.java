// Loses 6, 9, 10: takes what one read() returns for a line, although it may be a part of one.
// Hints diff.cut, diff.lost.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
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
        Socket client = listener.accept();
        new Thread(() -> speakToClient(client)).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  private void speakToClient(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[1024];
      int size = in.read(buffer);
      while (size > 0) {
        String text = new String(buffer, 0, size, UTF_8);
        if (text.endsWith("\n")) {
          text = text.substring(0, text.length() - 1);
        }
        for (String message : text.split("\n")) {
          out.write(("echo:" + message + "\n").getBytes(UTF_8));
        }
        size = in.read(buffer);
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
