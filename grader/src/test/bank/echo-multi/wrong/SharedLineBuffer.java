// Loses 4: the buffer for the characters of a line is a field, common to all conversations.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private final StringBuffer line = new StringBuffer();

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
      Reader in = new InputStreamReader(client.getInputStream(), UTF_8);
      OutputStream out = client.getOutputStream();
      int c = in.read();
      while (c >= 0) {
        if (c == '\n') {
          String message = line.toString();
          line.setLength(0);
          out.write(("echo:" + message + "\n").getBytes(UTF_8));
        } else {
          line.append((char) c);
        }
        c = in.read();
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
