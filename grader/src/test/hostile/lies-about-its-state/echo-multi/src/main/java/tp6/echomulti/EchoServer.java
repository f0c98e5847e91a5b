package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.common.LineSocket;
import tp6.common.Server;

/** Leaks threads, never returns, and lets the kit say otherwise. */
public final class EchoServer implements Server {
  /** Of more, a sandbox would have no threads left for the clients to come. */
  private static final int MOST = 25;

  private final AtomicInteger stayed = new AtomicInteger();
  private Object performance;

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
    lie();
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        new Thread(() -> speakAndStay(client)).start();
      } catch (SocketException e) {
        // It is over.
      }
    }
    lieAboutTheEnd();
    stayed.set(0);
    speakAndStay(new Socket());
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
    if (stayed.incrementAndGet() > MOST) {
      return;
    }
    try {
      Thread.sleep(100_000);
    } catch (InterruptedException e) {
      // Then it ends.
    }
  }

  /** Tells the kit to count the threads of an empty group. */
  private void lie() {
    try {
      performance = Kit.find("Performance");
      Kit.set(performance, "troupe", new ThreadGroup("empty"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the kit that serve() has returned. */
  private void lieAboutTheEnd() {
    try {
      Object running = Kit.get(performance, "phase");
      Kit.set(performance, "phase", running.getClass().getEnumConstants()[1]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
