package tp6.grader.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tp6.stage.text.Words;

/**
 * Why something cannot be done, in no language yet.
 *
 * @param where it was found, in front of the sentence; may be empty
 * @param key of the sentence in {@code reasons.properties}; empty where the one value is the
 *     sentence
 * @param values to be put in
 */
public record Reason(String where, String key, List<String> values) {
  public Reason {
    values = List.copyOf(values);
  }

  /** The sentence under a key. */
  public static Reason of(String key, Object... values) {
    return new Reason("", key, Stream.of(values).map(Object::toString).toList());
  }

  /** A sentence that is in the right language already. */
  public static Reason said(String sentence) {
    return new Reason("", "", List.of(sentence));
  }

  /** The same, with the place in front. */
  public Reason at(Object place) {
    return new Reason(place + ": " + where, key, values);
  }

  /** As one sentence. */
  public String in(Locale language) {
    return where
        + (key.isEmpty()
            ? values.get(0)
            : Words.of(Reason.class, "reasons", language).say(key, values.toArray()));
  }
}
