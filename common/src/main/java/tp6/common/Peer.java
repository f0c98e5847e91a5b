package tp6.common;

import java.io.IOException;
import java.net.Socket;
import java.net.UnknownHostException;

/** The server that a client talks to, from its command line {@code [host [port]]}. */
record Peer(String host, int port) {
  /**
   * Reads a client's command line.
   *
   * @throws IllegalArgumentException where it is not {@code [host [port]]}
   */
  static Peer parse(String[] args, int defaultPort) {
    if (args.length > 2) {
      throw new IllegalArgumentException("two arguments at most, host and port: " + args[2]);
    }
    return new Peer(
        args.length > 0 ? args[0] : "localhost",
        args.length > 1 ? Ports.parse(args[1]) : defaultPort);
  }

  /** Connects, or fails with a message for the person at the keyboard. */
  LineSocket connect() throws IOException {
    try {
      return new LineSocket(new Socket(host, port));
    } catch (UnknownHostException e) {
      throw new IOException("unknown host: " + host, e);
    } catch (IOException e) {
      throw new IOException("nobody listens at " + this + ": start the server first", e);
    }
  }

  @Override
  public String toString() {
    return host + ", port " + port;
  }
}
