// Loses 14: after three seconds of silence the next client is served.
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
    Deque<Conversation> queue = new ArrayDeque<>();
    while (!listener.isClosed()) {
      try {
        listener.setSoTimeout(queue.isEmpty() ? 0 : 1);
        queue.add(new Conversation(listener.accept()));
      } catch (SocketTimeoutException e) {
        // nobody new
      } catch (SocketException e) {
        if (!listener.isClosed()) throw e;
        return;
      }
      Conversation next = queue.poll();
      if (next != null && !speakToClient(next)) queue.add(next);
    }
  }

  private static final class Conversation {
    final Socket client;
    final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Conversation(Socket client) {
      this.client = client;
    }
  }

  /** Returns whether the client has gone. */
  private boolean speakToClient(Conversation c) {
    try {
      c.client.setSoTimeout(3000);
      int b;
      while ((b = c.client.getInputStream().read()) != -1) {
        if (b == '\n') {
          c.client
              .getOutputStream()
              .write(("echo:" + c.line.toString(UTF_8) + "\n").getBytes(UTF_8));
          c.line.reset();
        } else {
          c.line.write(b);
        }
      }
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      System.err.println("lost: " + e);
    }
    try {
      c.client.close();
    } catch (IOException e) {
      System.err.println(e);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
