package tp6.grader.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import tp6.grader.text.Reason;

/** A file or folder that cannot be written. */
final class Unwritable extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  Unwritable(Path place, IOException cause) {
    this(Reason.of("unwritable", place), cause);
  }

  private Unwritable(Reason why, IOException cause) {
    super(why.in(Locale.ENGLISH), cause);
    this.why = why;
  }

  String in(Locale language) {
    return why.in(language);
  }
}
