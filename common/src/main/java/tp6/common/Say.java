package tp6.common;

import java.util.Locale;

/** The language in which the programs speak: the computer's, or that of {@code -Dlang}. */
public final class Say {
  private Say() {}

  /** The one of two sentences that is wanted, with the values put in. */
  public static String either(String english, String french, Object... values) {
    String language = System.getProperty("lang", Locale.getDefault().getLanguage());
    return String.format(Locale.ROOT, language.equals("fr") ? french : english, values);
  }
}
