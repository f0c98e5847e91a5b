package tp6.stage.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences of a report, in one language. */
public final class Words {
  private static final Map<String, Words> READ = new ConcurrentHashMap<>();

  private final Properties sentences = new Properties();

  private Words(Class<?> neighbour, String file) {
    try (Reader in = new InputStreamReader(neighbour.getResourceAsStream(file), UTF_8)) {
      sentences.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " beside " + neighbour, e);
    }
  }

  /** The kit's own words. */
  public static Words of(Locale language) {
    return of(Words.class, "words", language);
  }

  /** The titles and hints of an exercise. */
  public static Words of(Class<?> exercise, Locale language) {
    return of(exercise, "stages", language);
  }

  /** Those in {@code name.properties} and {@code name_fr.properties} beside a class. */
  public static Words of(Class<?> neighbour, String name, Locale language) {
    String file = name + (language.equals(Locale.FRENCH) ? "_fr" : "") + ".properties";
    return READ.computeIfAbsent(
        neighbour.getPackageName() + " " + file, unread -> new Words(neighbour, file));
  }

  /** The sentence with values put in; formatting is slow to start, so only where there are any. */
  public String say(String key, Object... values) {
    String sentence =
        find(key).orElseThrow(() -> new NoSuchElementException("no words for " + key));
    return values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values);
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(sentences.getProperty(key));
  }
}
