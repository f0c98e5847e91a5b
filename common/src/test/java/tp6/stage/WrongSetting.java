package tp6.stage;

/** A setting that makes no sense, as one line for the person who typed it. */
final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongSetting(String message) {
    super(message, null, false, false);
  }
}
