// Loses 5: the text of earlier messages is never cleared, and comes back with each new one.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
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
  try {
    speakToClient(listener.accept());
  } catch (SocketException e) {
    if (!listener.isClosed()) {
      throw e;
    }
  }
}
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  
  private void speakToClient(Socket client) {
try (client) {
InputStream in = new BufferedInputStream(client.getInputStream());
OutputStream out = client.getOutputStream();
ByteArrayOutputStream line = new ByteArrayOutputStream();
int next;
while ((next = in.read()) != -1) {
  if (next == '\n') {
    out.write(("echo:" + line.toString(UTF_8) + "\n").getBytes(UTF_8));
  } else {
    line.write(next);
  }
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
