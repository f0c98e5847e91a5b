package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Server;

/** Lets no thread die. */
public final class ClockServer implements Server {
  private final ServerSocket listener;
  private final Clock clock;

  public ClockServer(int port, Clock clock) throws IOException {
    this.listener = new ServerSocket(port);
    this.clock = clock;
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          while (listener != null) {
            Thread.onSpinWait();
          }
        });
    new Thread(
            () -> {
              throw new IllegalStateException("the thread that was to answer");
            })
        .start();
    listener.accept();
    throw new IllegalStateException("the thread that was to accept");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
