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
    if (args.length == 1 && args[0].matches("\\d+")) {
      throw new Program.WrongCommandLine("host.first", args[0]);
    }
    if (args.length > 0 && args[0].isBlank()) {
      throw new Program.WrongCommandLine("no.host");
    }
    return new Peer(
        args.length > 0 ? args[0] : "localhost",
        args.length > 1 ? Ports.parse(args[1], 1) : defaultPort);
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
