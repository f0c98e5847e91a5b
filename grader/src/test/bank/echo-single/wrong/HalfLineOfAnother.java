// Loses 13: what a lost client had begun stands before the next one's line.
// Hints diff.shared.
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
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

public final class EchoServer implements Server {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
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
      speakToClient(client);
    }
  }

  private void speakToClient(Socket client) {
    try (client) {
      int b;
      while ((b = client.getInputStream().read()) != -1) {
        if (b == '\n') {
          client.getOutputStream().write(("echo:" + line.toString(UTF_8) + "\n").getBytes(UTF_8));
          line.reset();
        } else {
          line.write(b);
        }
      }
    } catch (IOException e) {
      System.err.println(e);
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
