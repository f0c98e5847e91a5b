package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import tp6.common.Server;

/** Ends with an exception that tells nothing about itself. */
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
    listener.accept();
    throw new Hiding();
  }

  private static final class Hiding extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw this;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
