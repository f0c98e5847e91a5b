package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import tp6.common.LineSocket;
import tp6.common.Server;

/** Leaks a thread for each client, in a group that is not looked at. */
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
        new Thread(root(), () -> speakAndStay(client), "hidden").start();
      } catch (SocketException e) {
        // It is over.
      }
    }
  }

  private void speak(Socket client) {
    try (LineSocket conversation = new LineSocket(client)) {
      Optional<String> message = conversation.readLine();
      while (message.isPresent()) {
        conversation.writeLine("echo:" + message.get());
        message = conversation.readLine();
      }
    } catch (IOException e) {
      // The client is lost.
    }
  }

  private void speakAndStay(Socket client) {
    speak(client);
    try {
      Thread.sleep(100_000);
    } catch (InterruptedException e) {
      // Then it ends.
    }
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
