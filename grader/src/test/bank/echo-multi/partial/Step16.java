// Loses 17: one buffer for all.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
  private final ByteArrayOutputStream unread = new ByteArrayOutputStream();

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

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] piece = new byte[8192];
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        answer(piece, size, out);
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    }
  }

  private synchronized void answer(byte[] piece, int size, OutputStream out) throws IOException {
    for (int i = 0; i < size; i++) {
      if (piece[i] == '\n') {
        out.write(("echo:" + unread.toString(UTF_8) + "\n").getBytes(UTF_8));
        unread.reset();
      } else {
        unread.write(piece[i]);
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
