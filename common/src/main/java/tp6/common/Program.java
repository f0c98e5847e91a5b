package tp6.common;

import java.io.IOException;
import java.net.BindException;

/** What the {@code main} of every program here does: say in one line what went wrong, and end. */
public final class Program {
  /** The work of a program. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Opens a server on a port. */
  @FunctionalInterface
  public interface Opener {
    Server open(int port) throws IOException;
  }

  /** Tells that a program was called in a wrong way. */
  public static final class WrongCommandLine extends IOException {
    private static final long serialVersionUID = 1;

    public WrongCommandLine(String message) {
      super(message);
    }
  }

  private Program() {}

  /** Works. Ends the JVM with status 2 on a wrong command line, with 1 where the work fails. */
  public static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(e instanceof WrongCommandLine ? 2 : 1);
    } catch (UnsupportedOperationException e) {
      if (!String.valueOf(e.getMessage()).startsWith("TODO")) {
        throw e;
      }
      // The starter throws it where a student's code will stand.
      StackTraceElement place = e.getStackTrace()[0];
      System.err.println(
          Say.either(
              "not written yet: line %2$d of %1$s",
              "pas encore écrit : ligne %2$d de %1$s", place.getFileName(), place.getLineNumber()));
      System.exit(1);
    }
  }

  /** Serves on the port that the command line names, or else on {@code defaultPort}. */
  public static void serve(String[] args, int defaultPort, Opener opener) {
    run(
        () -> {
          if (args.length > 1) {
            throw new WrongCommandLine(
                Say.either(
                    "one argument at most, the port: %s",
                    "un argument au plus, le port : %s", args[1]));
          }
          int port = args.length == 1 ? Ports.parse(args[0]) : defaultPort;
          try (Server server = opener.open(port)) {
            System.out.println(
                Say.either("listening on port %d", "écoute sur le port %d", server.port()));
            server.serve();
          } catch (BindException e) {
            throw new IOException(port < 1024 ? reserved(port) : taken(port), e);
          }
        });
  }

  private static String taken(int port) {
    return Say.either(
        "port %d is taken: stop the server that still runs on it",
        "le port %d est pris : arrêtez le serveur qui tourne encore dessus", port);
  }

  private static String reserved(int port) {
    return Say.either(
        "port %d belongs to the system: take one from 1024 to 65535",
        "le port %d appartient au système : prenez-en un de 1024 à 65535", port);
  }
}
