package tp6.echomulti;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import tp6.common.Server;

/** Begins a word of the kit, and answers nobody. */
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
      OutputStream out = (OutputStream) Kit.get(Kit.find("Channel"), "out");
      out.write(new byte[] {1, (byte) 0xFF, (byte) 0xFF, 'x'});
      out.flush();
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
