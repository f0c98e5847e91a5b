package tp6.stage.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import tp6.stage.host.Channel;
import tp6.stage.host.Host;

/** The port at which a host that was started meets the test. Whoever else comes has no password. */
final class Meeting implements Closeable {
  private final ServerSocket port = new ServerSocket(0, 1, InetAddress.getByName(Host.HERE));
  private final String password = Long.toHexString(new SplittableRandom().nextLong());

  Meeting() throws IOException {}

  /** Starts a host in this JVM, and meets it. */
  static Channel withThread() throws IOException {
    try (Meeting meeting = new Meeting()) {
      ServerSocket port = meeting.port;
      Channel thread = new Channel(new Socket(port.getInetAddress(), port.getLocalPort()));
      Thread host = new Thread(new Host(thread, false)::obey, "host");
      host.setDaemon(true);
      host.start();
      return new Channel(port.accept());
    }
  }

  /** Tells a JVM where to come, and the password. */
  void invite(ChildJvm child) throws IOException {
    child.tell(port.getLocalPort() + "\n" + password + "\n");
  }

  /** Waits for a JVM that was invited. Nothing where it ends before, or takes too long. */
  Optional<Channel> await(ChildJvm child, BooleanSupplier patience) throws IOException {
    port.setSoTimeout(Patience.SLICE_MILLIS);
    while (child.isAlive() && patience.getAsBoolean()) {
      Channel caller;
      try {
        caller = new Channel(port.accept());
      } catch (SocketTimeoutException e) {
        continue;
      }
      if (caller.receive(patience).equals(List.of(password))) {
        child.isUp();
        return Optional.of(caller);
      }
      caller.close();
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
