// Loses 10: a letter is lost where a buffer of bytes ends.
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
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      BufferedInputStream bytes = new BufferedInputStream(in);
      byte[] buffer = new byte[4096];
      int size = 0;
      StringBuilder line = new StringBuilder();
      int b;
      while ((b = bytes.read()) != -1) {
        if (b != '\n') buffer[size++] = (byte) b;
        if (b == '\n' || size == buffer.length) {
          line.append(new String(buffer, 0, size, UTF_8));
          size = 0;
        }
        if (b == '\n') {
          out.write(("echo:" + line + "\n").getBytes(UTF_8));
          line.setLength(0);
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
