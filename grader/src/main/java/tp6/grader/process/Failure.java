package tp6.grader.process;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import tp6.stage.text.Words;

/** The grader has failed, or its computer. It is told in the language of the reports. */
public class Failure extends IOException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] values;

  /**
   * What has failed, in a sentence.
   *
   * @param key {@code name.KEY} beside this class
   */
  public record Name(String key) {}

  /**
   * A failure.
   *
   * @param key of the sentence that tells it, beside this class
   * @param values to be put in; a {@link Name} in the language of the sentence
   */
  public Failure(String key, Throwable cause, Object... values) {
    super(say(key, Locale.ENGLISH, values), cause);
    this.key = key;
    this.values = values.clone();
  }

  public final String in(Locale language) {
    return say(key, language, values);
  }

  private static String say(String key, Locale language, Object... values) {
    Words words = Words.of(Failure.class, "failures", language);
    Object[] said =
        Arrays.stream(values)
            .map(value -> value instanceof Name name ? words.say("name." + name.key()) : value)
            .toArray();
    return words.say(key, said);
  }
}
