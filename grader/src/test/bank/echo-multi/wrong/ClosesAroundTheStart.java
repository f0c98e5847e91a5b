// Loses 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17: the socket is closed as soon as
// its thread is started.
// Hints closed.before.
// Costs much: no client is ever answered.
package tp6.echomulti;

import static java.nio.charset.StandardCharsets.*;

import java.io.*;
import java.net.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.charset.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

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
    while (true) {
      try (Socket client = listener.accept()) {
        new Thread(() -> speakToClient(client)).start();
      } catch (SocketException e) {
        return;
      }
    }
  }

  private void speakToClient(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        PrintWriter out =
            new PrintWriter(new OutputStreamWriter(client.getOutputStream(), UTF_8), true)) {

      String line;
      while ((line = in.readLine()) != null) {
        out.println("echo:" + line);
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
