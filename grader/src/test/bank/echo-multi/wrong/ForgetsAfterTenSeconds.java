// Loses 10: after ten seconds of silence the beginning of a line is forgotten.
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
import java.util.concurrent.locks.*;
import java.util.regex.*;
import java.util.stream.*;
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
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        new Thread(() -> speakToClient(client)).start();
      } catch (SocketException e) {
        if (!listener.isClosed()) throw e;
      }
    }
  }

  private void speakToClient(Socket client) {
    try (client) {
      BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      PrintWriter out =
          new PrintWriter(new OutputStreamWriter(client.getOutputStream(), UTF_8), true);
      client.setSoTimeout(10_000);
      while (true) {
        try {
          String line = in.readLine();
          if (line == null) break;
          out.println("echo:" + line);
        } catch (SocketTimeoutException e) {
          // go on
        }
      }
    } catch (IOException e) {
      System.err.println("client lost: " + e);
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
