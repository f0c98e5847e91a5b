package tp6.grader.submission;

import java.io.IOException;

/** A submission that cannot be graded; the message says why, as one line. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  public Refused(String message) {
    super(message);
  }
}
