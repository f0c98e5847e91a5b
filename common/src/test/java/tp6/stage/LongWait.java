package tp6.stage;

import java.time.Duration;

/** A wait for the student's program, which tells when it has become a long one. */
final class LongWait implements AutoCloseable {
  private static final Duration LONG = Duration.ofMillis(300);

  private final Launch launch;
  private final Deadline patience = Deadline.in(LONG);
  private boolean told;

  LongWait(Launch launch) {
    this.launch = launch;
  }

  /** To be called now and then during the wait. */
  void goesOn() {
    if (!told && patience.hasPassed()) {
      told = true;
      launch.idles();
    }
  }

  @Override
  public void close() {
    if (told) {
      launch.resumes();
    }
  }
}
