package tp6.common;

/** The port numbers of the exercise sheet. */
public final class Ports {
  public static final int CLOCK = 51793;
  public static final int ECHO = 49631;

  private Ports() {}

  /** Reads a port from the command line. */
  static int parse(String text) throws Program.WrongCommandLine {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new Program.WrongCommandLine(
          Say.either(
              "not a port, a number from 0 to 65535: %s",
              "ceci n'est pas un port, un nombre de 0 à 65535 : %s", text));
    }
    return Integer.parseInt(text);
  }
}
