package tp6.stage;

import java.time.Duration;
import tp6.stage.link.Deadline;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;

/** Says nothing to a server for longer than the time limits that its threads wait with. */
final class Silence {
  /** Longer than the time limits that programs have, which are round numbers mostly. */
  private static final Duration IDLE = Duration.ofMillis(5_700);

  /** What comes after the longest time limit that is waited for. */
  private static final int AFTER_A_LIMIT_MILLIS = 700;

  /** Of a stage, this much is left for what comes after a silence. */
  private static final int REST_MILLIS = 9_000;

  private final UnderTest server;
  private final Serving serving;
  private boolean outwaited;

  Silence(UnderTest server, Serving serving) {
    this.server = server;
    this.serving = serving;
  }

  /** Where a thread waits with a time limit, waits longer than such limits are. */
  void outwaits() {
    if (hasATimeLimit()) {
      isKeptFor(IDLE);
    }
  }

  /** The same, however long that limit is, where it is known and within the time of a stage. */
  void outwaitsAnyLimit() {
    if (hasATimeLimit()) {
      isKeptFor(longerThanItsLimit());
    }
  }

  private void isKeptFor(Duration silence) {
    notes("step.silent", (int) silence.toSeconds());
    outwaited = true;
    outwait(silence);
  }

  /** The same; and expects that the server still serves then. */
  void isOutlasted() {
    notes("step.idles");
    if (hasATimeLimit()) {
      outwait(longerThanItsLimit());
    }
    serving.goesOn();
  }

  /** Whether the clients have said nothing for as long. */
  boolean wasKept() {
    return outwaited;
  }

  /** Begins with a new server. */
  void forgets() {
    outwaited = false;
  }

  private void notes(String step, Object... values) {
    server.transcript().note(server.words().say("test"), server.words().say(step, values));
  }

  private boolean hasATimeLimit() {
    serving.settles();
    return !link().isSilent();
  }

  private Duration longerThanItsLimit() {
    int limit = serving.count("limit") + AFTER_A_LIMIT_MILLIS;
    int left = server.timeLeft().millisLeft(limit + REST_MILLIS) - REST_MILLIS;
    return left < limit || limit < IDLE.toMillis() ? IDLE : Duration.ofMillis(limit);
  }

  /** By the computer's clock, for that is what time limits of sockets go by. */
  private void outwait(Duration silence) {
    Deadline end = Deadline.in(silence);
    Patience patience = new Patience(link(), silence, server.timeLeft(), true);
    while (!end.hasPassed() && patience.isLeft()) {
      link().state(Patience.SLICE_MILLIS);
    }
    serving.settles();
  }

  private Link link() {
    return server.link();
  }
}
