package tp6.grader.compile;

import java.io.IOException;
import java.util.Locale;
import tp6.stage.Words;

/** The grader has failed, or its computer. It is told in the language of the reports. */
public final class Failure extends IOException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] values;

  /**
   * A failure.
   *
   * @param key of the sentence that tells it, beside this class
   * @param values to be put in
   */
  public Failure(String key, Throwable cause, Object... values) {
    super(say(key, Locale.ENGLISH, values), cause);
    this.key = key;
    this.values = values.clone();
  }

  public String in(Locale language) {
    return say(key, language, values);
  }

  private static String say(String key, Locale language, Object... values) {
    return Words.of(Failure.class, "failures", language).say(key, values);
  }
}
