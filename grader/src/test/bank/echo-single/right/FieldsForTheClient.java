// Loses nothing: socket, reader and writer are fields, of which one client at a time has need.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private Socket client;
  private BufferedReader in;
  private PrintWriter out;
  private String line;

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
        client = listener.accept();
        in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        out = new PrintWriter(client.getOutputStream(), true, UTF_8);
        speakToClient();
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient() throws IOException {
    try {
      while ((line = in.readLine()) != null) {
        out.println("echo:" + line);
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e.getMessage());
    } finally {
      client.close();
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
