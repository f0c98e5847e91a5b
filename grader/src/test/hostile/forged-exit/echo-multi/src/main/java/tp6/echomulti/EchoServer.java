package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import tp6.common.Server;

/** Says that the JVM ends, and lives on. */
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
    Forger.send(List.of("exit", "well done\u0007 \u202e"));
    listener.accept();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
