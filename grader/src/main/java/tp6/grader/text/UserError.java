package tp6.grader.text;

import java.util.Locale;

/** A mistake of the person at the keyboard; the message is one line that says what to do. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  private UserError(Reason why) {
    super(why.in(Locale.ENGLISH), null, false, false);
    this.why = why;
  }

  /** With the sentence that {@code reasons.properties} has under a key. */
  public UserError(String key, Object... values) {
    this(Reason.of(key, values));
  }

  /** With a sentence that is in the right language already. */
  public static UserError said(String sentence) {
    return new UserError(Reason.said(sentence));
  }

  public Reason why() {
    return why;
  }
}
