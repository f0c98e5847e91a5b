// Loses 5: a message that is the same as the one before is not answered.
package tp6.echosingle;

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
        speakToClient(listener.accept());
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
      String previous = null;
      String line;
      while ((line = in.readLine()) != null) {
        if (line.equals(previous)) continue;
        previous = line;
        out.println("echo:" + line);
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
