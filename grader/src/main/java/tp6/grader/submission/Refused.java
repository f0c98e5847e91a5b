package tp6.grader.submission;

import java.io.IOException;
import java.util.Locale;
import tp6.grader.text.Reason;

/** A submission, or a file, that is not taken; the message says why, as one line in English. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  public Refused(Reason why) {
    super(why.in(Locale.ENGLISH));
    this.why = why;
  }

  /** With the sentence that {@code reasons.properties} has under a key. */
  public static Refused because(String key, Object... values) {
    return new Refused(Reason.of(key, values));
  }

  /** The same, of a place: a line of a file, say. */
  public static Refused at(Object where, String key, Object... values) {
    return new Refused(Reason.of(key, values).at(where));
  }

  public Reason why() {
    return why;
  }

  public String in(Locale language) {
    return why.in(language);
  }
}
