package tp6.clock;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import tp6.common.Server;

/** Two threads wait for each other as soon as somebody comes. */
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
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    new Thread(() -> lock(this, listener, bothHoldOne)).start();
    lock(listener, this, bothHoldOne);
  }

  private static void lock(Object one, Object other, CountDownLatch bothHoldOne) {
    synchronized (one) {
      bothHoldOne.countDown();
      try {
        bothHoldOne.await();
      } catch (InterruptedException e) {
        return;
      }
      synchronized (other) {
        System.out.println("this is never printed");
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
