package tp6.stage.link;

import java.util.Locale;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A JVM for the student's program cannot be started: that is not the student's fault. */
public final class NoJvm extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoJvm(Locale language, Throwable cause) {
    super(Words.of(language).say("no.jvm", Visible.line(cause.getMessage())), cause);
  }

  /** The sentence alone, as reports quote it. */
  @Override
  public String toString() {
    return getMessage();
  }
}
