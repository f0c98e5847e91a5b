package tp6.grader.submission;

import java.util.List;
import java.util.Locale;
import tp6.stage.Words;

/**
 * Why something is refused, in no language yet.
 *
 * @param key of the sentence beside this class; empty where the one value is the sentence
 * @param values to be put in
 */
public record Refusal(String key, List<String> values) {
  public Refusal {
    values = List.copyOf(values);
  }

  public String in(Locale language) {
    return key.isEmpty()
        ? values.get(0)
        : Words.of(Refusal.class, "refusals", language).say(key, values.toArray());
  }
}
