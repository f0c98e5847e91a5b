package tp6.common;

/** The port numbers of the exercise sheet. */
public final class Ports {
  public static final int CLOCK = 51793;
  public static final int ECHO = 49631;

  private Ports() {}

  /** Reads a port from the command line. */
  static int parse(String text) throws Program.WrongCommandLine {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new Program.WrongCommandLine("not.a.port", text);
    }
    return Integer.parseInt(text);
  }
}
