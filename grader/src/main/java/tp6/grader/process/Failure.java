package tp6.grader.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /**
   * Looks whether files of the grader's own are still there: without them nothing compiles or runs.
   *
   * @throws Failure where somebody has deleted one
   */
  public static void requireAll(List<Path> files) throws Failure {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new Failure("deleted", null, file);
      }
    }
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
