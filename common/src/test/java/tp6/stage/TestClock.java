package tp6.stage;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;

/** The clock that the server was given, which a test sets. */
public final class TestClock {
  private static final Duration ASKING = Duration.ofMillis(5_300);

  private final UnderTest server;

  TestClock(UnderTest server) {
    this.server = server;
  }

  /** Sets the clock. */
  public void shows(LocalTime time) {
    notes("step.shows", ISO_LOCAL_TIME.format(time));
    link().ask("time", time.toString());
  }

  /** Lets whoever asks the clock wait until it is set. */
  public void holds() {
    notes("step.holds");
    link().ask("hold");
  }

  private void notes(String step, Object... values) {
    server.transcript().note(server.words().say("clock"), server.words().say(step, values));
  }

  /** Whether the server asks the clock before it has nothing else to do, and waits. */
  public boolean isAsked() {
    Patience patience = new Patience(link(), ASKING, server.timeLeft(), true);
    boolean isAwaited = isAwaited();
    while (!isAwaited && patience.isLeft()) {
      link().state(Patience.SLICE_MILLIS);
      isAwaited = isAwaited();
    }
    return isAwaited;
  }

  private boolean isAwaited() {
    return link().askForOne(Link.YES_OR_NO, "awaited").equals("yes");
  }

  /** Waits for the next second of the computer's clock, which some servers ask instead. */
  public void awaitsTheNextSecond() {
    long second = Instant.now().getEpochSecond();
    while (Instant.now().getEpochSecond() == second) {
      link().state(Patience.SLICE_MILLIS);
    }
  }

  private Link link() {
    return server.link();
  }
}
