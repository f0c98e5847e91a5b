package tp6.common;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.UnknownHostException;

/** The server that a client talks to. */
record Peer(String host, int port) {
  /** Reads a client's command line, {@code [host [port]]}. */
  static Peer parse(String[] args, int defaultPort) throws Program.WrongCommandLine {
    if (args.length > 2) {
      throw new Program.WrongCommandLine("two.arguments", args[2]);
    }
    String host = args.length > 0 ? args[0] : "localhost";
    if (host.isBlank() || args.length == 1 && host.matches("\\d+")) {
      throw new Program.WrongCommandLine(host.isBlank() ? "no.host" : "host.first", host);
    }
    return new Peer(host, args.length > 1 ? Ports.parse(args[1], 1) : defaultPort);
  }

  LineSocket connect() throws IOException {
    try {
      return new LineSocket(new Socket(host, port));
    } catch (UnknownHostException e) {
      throw new IOException(Program.say("host.unknown", host), e);
    } catch (ConnectException e) {
      throw new IOException(Program.say("nobody", this), e);
    } catch (IOException e) {
      throw new IOException(Program.say("no.way", this, e.getMessage()), e);
    }
  }

  @Override
  public String toString() {
    return host + ", port " + port;
  }
}
