package tp6.common;

/** The port numbers of the exercise sheet. */
public final class Ports {
  public static final int CLOCK = 51793;
  public static final int ECHO = 49631;

  private Ports() {}

  /** Reads a port from the command line: a server may leave the choice to the system with 0. */
  static int parse(String text, int least) throws Program.WrongCommandLine {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port < least || port > 65535) {
      throw new Program.WrongCommandLine("not.a.port", text);
    }
    return port;
  }
}
