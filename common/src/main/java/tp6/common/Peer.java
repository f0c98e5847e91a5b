package tp6.common;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;

/** The server that a client talks to. */
record Peer(String host, int port) {
  /** Reads a client's command line, {@code [host [port]]}. */
  static Peer parse(String[] args, int defaultPort) throws Program.WrongCommandLine {
    if (args.length > 2) {
      throw new Program.WrongCommandLine(
          Say.either(
              "two arguments at most, host and port: %s",
              "deux arguments au plus, machine et port : %s", args[2]));
    }
    if (args.length == 1 && args[0].matches("\\d+")) {
      throw new Program.WrongCommandLine(
          Say.either(
              "the host comes before the port: localhost %s",
              "la machine vient avant le port : localhost %s", args[0]));
    }
    if (args.length > 0 && args[0].isBlank()) {
      throw new Program.WrongCommandLine(
          Say.either("the host is empty: localhost", "la machine est vide : localhost"));
    }
    Peer peer =
        new Peer(
            args.length > 0 ? args[0] : "localhost",
            args.length > 1 ? Ports.parse(args[1]) : defaultPort);
    if (peer.port == 0) {
      throw new Program.WrongCommandLine(
          Say.either(
              "nobody listens on port 0: type the one that the server tells",
              "personne n'écoute sur le port 0 : tapez celui que le serveur annonce"));
    }
    return peer;
  }

  LineSocket connect() throws IOException {
    try {
      return new LineSocket(new Socket(host, port));
    } catch (UnknownHostException e) {
      throw new IOException(Say.either("unknown host: %s", "machine inconnue : %s", host), e);
    } catch (ConnectException e) {
      throw new IOException(
          Say.either(
              "nobody listens at %s: start the server first",
              "personne n'écoute sur %s : lancez d'abord le serveur", this),
          e);
    } catch (SocketException e) {
      throw new IOException(
          Say.either(
              "%s cannot be reached: %s", "%s est hors d'atteinte : %s", this, e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return host + ", port " + port;
  }
}
