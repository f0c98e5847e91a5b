package tp6.common;

import java.io.IOException;
import java.net.BindException;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the {@code main} of every program here does: say in one line what went wrong, and end. */
public final class Program {
  /** The work of a program. */
  public interface Work {
    void run() throws IOException;
  }

  /** Opens a server on a port. */
  public interface Opener {
    Server open(int port) throws IOException;
  }

  /** Tells that a program was called in a wrong way. */
  public static final class WrongCommandLine extends IOException {
    private static final long serialVersionUID = 1;

    public WrongCommandLine(String key, Object... values) {
      super(say(key, values));
    }
  }

  private Program() {}

  /** A sentence of {@code words.properties}, in the computer's language or {@code -Dlang}'s. */
  public static String say(String key, Object... values) {
    String language = System.getProperty("lang", Locale.getDefault().getLanguage());
    String words = "tp6.common.words" + (language.equals("fr") ? "_fr" : "");
    return ResourceBundle.getBundle(words, Locale.ROOT).getString(key).formatted(values);
  }

  /** Works. Ends the JVM with status 2 on a wrong command line, with 1 where the work fails. */
  public static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(e instanceof WrongCommandLine ? 2 : 1);
    } catch (UnsupportedOperationException e) {
      // The starter throws it where a student's code will stand.
      if (!"TODO".equals(e.getMessage())) {
        throw e;
      }
      System.err.println(say("not.written", e.getStackTrace()[0]));
      System.exit(1);
    }
  }

  /** Serves on the port that the command line names, or else on {@code defaultPort}. */
  public static void serve(String[] args, int defaultPort, Opener opener) {
    run(
        () -> {
          if (args.length > 1) {
            throw new WrongCommandLine("one.argument", args[1]);
          }
          int port = args.length == 1 ? Ports.parse(args[0], 0) : defaultPort;
          try (Server server = opener.open(port)) {
            System.out.println(say("listening", server.port()));
            server.serve();
          } catch (BindException e) {
            throw new IOException(say(port < 1024 ? "reserved" : "taken", port), e);
          }
        });
  }
}
