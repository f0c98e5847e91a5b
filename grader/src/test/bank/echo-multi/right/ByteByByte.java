// Loses nothing: reads and answers byte by byte, without ever making a String.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next = in.read();
      while (next >= 0) {
        if (line.size() == 0) {
          line.write("echo:".getBytes(US_ASCII));
        }
        line.write(next);
        if (next == '\n') {
          line.writeTo(out);
          line.reset();
        }
        next = in.read();
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
