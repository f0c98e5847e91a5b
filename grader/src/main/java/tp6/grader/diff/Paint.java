package tp6.grader.diff;

/** The colours of a terminal, or none. */
public enum Paint {
  NONE("", "", "", ""),
  ANSI("\u001b[31m", "\u001b[32m", "\u001b[36m", "\u001b[0m");

  private final String red;
  private final String green;
  private final String cyan;
  private final String end;

  Paint(String red, String green, String cyan, String end) {
    this.red = red;
    this.green = green;
    this.cyan = cyan;
    this.end = end;
  }

  String removed(String text) {
    return red + text + end;
  }

  String added(String text) {
    return green + text + end;
  }

  String title(String text) {
    return cyan + text + end;
  }
}
