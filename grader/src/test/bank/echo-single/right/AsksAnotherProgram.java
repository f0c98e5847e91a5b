// Loses nothing: asks another program before it answers the first client, and waits for its end.
package tp6.echosingle;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Ports;
import tp6.common.Program;
import tp6.common.Server;

/** Repeats what it hears, to one client after the other. */
public final class EchoServer implements Server {
  private final ServerSocket listener;
  private boolean hasAsked;

  public EchoServer(int port) throws IOException {
    this.listener = new ServerSocket(port);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() {
    while (true) {
      Socket client;
      try {
        client = listener.accept();
      } catch (IOException e) {
        break;
      }
      try {
        speakToClient(client);
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    }
  }

  private void awaitAnotherProgram() {
    if (hasAsked) {
      return;
    }
    hasAsked = true;
    try {
      new ProcessBuilder("sleep", "0.4").start().waitFor();
    } catch (IOException e) {
      System.err.println("no other program: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers every line of one client, until the client leaves or is lost. */
  private void speakToClient(Socket client) {
    awaitAnotherProgram();
    try (LineSocket conversation = new LineSocket(client)) {
      Optional<String> message = conversation.readLine();
      while (message.isPresent()) {
        conversation.writeLine("echo:" + message.get());
        message = conversation.readLine();
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
