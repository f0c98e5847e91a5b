package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import tp6.common.Server;

/** Says what no host says, and answers nobody. */
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
    Forger.send(List.of("RETURNED"));
    Forger.send(List.of("RETURNED", "", "", "none"));
    Forger.send(List.of("RETURNED", "", "", "-1"));
    Forger.send(List.of("RETURNED", "", "", "99999999999"));
    Forger.send(List.of("WON", "", "", "0"));
    Forger.send(List.of());
    listener.accept();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
