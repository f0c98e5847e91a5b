package tp6.grader.submission;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A submission that cannot be graded; the message says why, as one line in English. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Refusal why;

  /** With a sentence that is in English alone: for who runs the grader, not for a student. */
  public Refused(String message) {
    this(new Refusal("", List.of(message)));
  }

  public Refused(Refusal why) {
    super(why.in(Locale.ENGLISH));
    this.why = why;
  }

  /** With the sentence that {@code refusals.properties} has under a key. */
  public static Refused because(String key, Object... values) {
    return new Refused(new Refusal(key, Stream.of(values).map(Object::toString).toList()));
  }

  public Refusal why() {
    return why;
  }

  public String in(Locale language) {
    return why.in(language);
  }
}
