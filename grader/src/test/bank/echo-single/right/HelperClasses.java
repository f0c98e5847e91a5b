// Loses nothing: a conversation is an object, and closes its client in finally.
package tp6.echosingle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import tp6.common.LineSocket;
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
    new Conversation(client).run();
  }

  private static final class Conversation implements Runnable {
    private final Socket client;

    Conversation(Socket client) {
      this.client = client;
    }

    @Override
    public void run() {
      try {
        talk();
      } catch (IOException e) {
        System.err.println(e);
      } finally {
        try {
          client.close();
        } catch (IOException e) {
          System.err.println(e);
        }
      }
    }

    private void talk() throws IOException {
      LineSocket lines = new LineSocket(client);
      Optional<String> message;
      while ((message = lines.readLine()).isPresent()) {
        lines.writeLine(message.map("echo:"::concat).get());
      }
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
