package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.List;
import tp6.common.Server;

/** Talks to the kit without end, and answers nobody. */
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
    listener.accept();
    List<String> words = Collections.nCopies(64, "x".repeat(16_000));
    while (!listener.isClosed()) {
      Forger.send(words);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
