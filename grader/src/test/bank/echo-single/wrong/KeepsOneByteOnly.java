// Loses 10: of a letter that is cut, one byte is kept for the next piece.
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
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[8192];
      StringBuilder pending = new StringBuilder();
      int kept = 0;
      int n;
      while ((n = in.read(buffer, kept, buffer.length - kept)) != -1) {
        int size = kept + n;
        kept = (buffer[size - 1] & 0xC0) == 0xC0 ? 1 : 0;
        pending.append(new String(buffer, 0, size - kept, UTF_8));
        if (kept == 1) buffer[0] = buffer[size - 1];
        int end;
        while ((end = pending.indexOf("\n")) >= 0) {
          out.write(("echo:" + pending.substring(0, end) + "\n").getBytes(UTF_8));
          pending.delete(0, end + 1);
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
