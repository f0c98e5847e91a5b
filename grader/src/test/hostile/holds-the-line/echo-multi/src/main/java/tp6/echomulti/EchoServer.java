package tp6.echomulti;

import java.io.IOException;
import java.net.ServerSocket;
import tp6.common.Server;

/** Lets the kit never speak again. */
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
    try {
      synchronized (Kit.find("Channel")) {
        listener.accept();
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
