// Loses 3, 4, 5, 6, 7, 8: one message is answered, to one client, in ASCII.
package tp6.echosingle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
    speakToClient(listener.accept());
  }

  private void speakToClient(Socket client) throws IOException {
    byte[] buffer = new byte[1024];
    int size = client.getInputStream().read(buffer);
    String message = new String(buffer, 0, size, US_ASCII);
    client.getOutputStream().write(("echo:" + message).getBytes(US_ASCII));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  public static void main(String[] args) {
    Program.serve(args, Ports.ECHO, EchoServer::new);
  }
}
