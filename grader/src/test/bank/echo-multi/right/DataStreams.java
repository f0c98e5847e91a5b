// Loses nothing: DataInputStream.readLine() and writeBytes() carry each byte as one character.
package tp6.echomulti;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
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
        if (!listener.isClosed()) {
          throw e;
        }
      }
    }
  }

  @SuppressWarnings("deprecation")
  private void speakToClient(Socket client) {
    try (client;
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
      String message = in.readLine();
      while (message != null) {
        out.writeBytes("echo:" + message + "\n");
        message = in.readLine();
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
