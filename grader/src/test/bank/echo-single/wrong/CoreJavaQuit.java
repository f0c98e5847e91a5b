// Loses 6: the word quit is answered, and ends the conversation.
// Hints quit.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Scanner;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
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
      try (Socket incoming = listener.accept()) {
        speakToClient(incoming);
      } catch (SocketException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket incoming) throws IOException {
    InputStream inStream = incoming.getInputStream();
    OutputStream outStream = incoming.getOutputStream();
    try (Scanner in = new Scanner(inStream, UTF_8)) {
      PrintWriter out = new PrintWriter(new OutputStreamWriter(outStream, UTF_8), true);
      boolean done = false;
      while (!done && in.hasNextLine()) {
        String line = in.nextLine();
        out.println("echo:" + line);
        if (line.trim().equals("quit")) {
          done = true;
        }
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
