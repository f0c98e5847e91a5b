// Loses 11, 12, 13, 14, 15, 16, 17: a whole conversation, with the first client only.
package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to all its clients at the same time. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private Socket client;

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    client = listener.accept();
    speakToClient();
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient() throws IOException {
    LineSocket conversation = new LineSocket(client);
    Optional<String> message = conversation.readLine();
    while (message.isPresent()) {
      conversation.writeLine("echo:" + message.get());
      message = conversation.readLine();
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
