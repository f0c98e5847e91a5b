package tp6.common;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;

/** What the {@code main} of a server does: open the port, say so, serve. */
public final class ServerProgram {
  /** Opens a server on a port. */
  @FunctionalInterface
  public interface Opener {
    Server open(int port) throws IOException;
  }

  private ServerProgram() {}

  /**
   * Serves on the port that the command line names, or else on {@code defaultPort}. Ends the JVM
   * with status 1 where the port cannot be had or the server fails, 2 on a wrong command line.
   */
  public static void run(String[] args, int defaultPort, Opener opener) {
    int status = run(args, defaultPort, opener, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] args, int defaultPort, Opener opener, PrintStream out, PrintStream err) {
    int port = defaultPort;
    try {
      if (args.length > 1) {
        throw new IllegalArgumentException("one argument at most, the port: " + args[1]);
      }
      if (args.length == 1) {
        port = Ports.parse(args[0]);
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try (Server server = opener.open(port)) {
      out.println("listening on port " + server.port());
      server.serve();
      return 0;
    } catch (BindException e) {
      err.println("port " + port + " is taken: stop the server that still runs on it");
    } catch (IOException e) {
      err.println("the server on port " + port + " failed: " + e.getMessage());
    }
    return 1;
  }
}
