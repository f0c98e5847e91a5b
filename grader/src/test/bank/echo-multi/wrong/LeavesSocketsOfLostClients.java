// Loses 12: an exception leaves the thread of a lost client before its socket is closed.
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
      Socket client;
      try {
        client = listener.accept();
      } catch (SocketException e) {
        return;
      }
      new Thread(() -> speakToClient(client)).start();
    }
  }

  private void speakToClient(Socket client) {
    try {
      BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
      String line;
      while ((line = in.readLine()) != null) {
        out.println("echo:" + line);
      }
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
