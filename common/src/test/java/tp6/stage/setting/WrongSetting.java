package tp6.stage.setting;

/** A setting that makes no sense, as one line for the person who typed it. */
public final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongSetting(String message) {
    super(message, null, false, false);
  }
}
