// Loses 1, 6: readNBytes waits until the array is full, or the client has finished.
// Hints reads.exact, diff.cut.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
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

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
      byte[] block = in.readNBytes(4096);
      while (block.length > 0) {
        new String(block, UTF_8).lines().forEach(line -> out.println("echo:" + line));
        block = in.readNBytes(4096);
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
