package tp6.stage;

import java.util.List;
import java.util.Optional;

/**
 * The most specific true sentence about a failure, with the next step.
 *
 * @param key of the sentence, without the {@code hint.} before it in the kit's words
 * @param values what is put into the sentence, fit to be read
 */
record Diagnosis(String key, List<Object> values) {
  Diagnosis {
    values = List.copyOf(values);
  }

  /**
   * Looks for the first rule that fits. It may be asked before all other hints: of a program that
   * has ended or lost a thread it only tells what no other hint says. Nothing where no cause is
   * known.
   */
  static Optional<Diagnosis> of(Evidence evidence) {
    return Optional.empty();
  }

  String say(Words words) {
    return words.say("hint." + key, values.toArray());
  }
}
