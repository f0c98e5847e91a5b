// Loses 10: a time limit for each read() makes readLine() forget the half of the line that it had.
// Hints diff.beginning.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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
        client.setSoTimeout(20);
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
      BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      OutputStream out = client.getOutputStream();
      boolean gone = false;
      while (!gone && !listener.isClosed()) {
        try {
          String message = in.readLine();
          if (message == null) {
            gone = true;
          } else {
            out.write(("echo:" + message + "\n").getBytes(UTF_8));
          }
        } catch (SocketTimeoutException e) {
          // nothing yet: look whether the server was closed, and go on
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
