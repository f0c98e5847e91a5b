// Loses 17: half a line of a client that has left is put before the words of the next one.
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
    ExecutorService pool = Executors.newCachedThreadPool();
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        pool.execute(() -> speakToClient(client));
      } catch (SocketException e) {
        if (!listener.isClosed()) throw e;
      }
    }
    pool.shutdown();
  }

  private static final ThreadLocal<StringBuilder> REST =
      ThreadLocal.withInitial(StringBuilder::new);

  private void speakToClient(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      StringBuilder line = REST.get();
      Reader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
      int c;
      while ((c = reader.read()) != -1) {
        if (c == '\n') {
          out.write(("echo:" + line + "\n").getBytes(UTF_8));
          line.setLength(0);
        } else {
          line.append((char) c);
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
