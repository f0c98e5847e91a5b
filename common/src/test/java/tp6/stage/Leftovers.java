package tp6.stage;

import java.time.Duration;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Patience;

/** Counts the sockets and threads that a server keeps of clients that have left. */
final class Leftovers {
  /** Some servers look only once a second whether a client has left. */
  private static final Duration SOON = Duration.ofMillis(3_300);

  /** What a JVM may open for itself meanwhile, and what is just about to end. */
  private static final int FEW = 3;

  private final UnderTest server;
  private final Serving serving;

  Leftovers(UnderTest server, Serving serving) {
    this.server = server;
    this.serving = serving;
  }

  /** Remembers which sockets the program has by now. */
  void countsSockets() {
    serving.settles();
    // Java closes a socket that nobody holds when it next needs room: not before these are counted.
    server.link().ask("collect");
    server.link().ask("sockets");
  }

  /** Expects that the sockets of clients that have left are closed, or are so soon. */
  void hasNoNewSockets() {
    int left = soonAtMost(FEW, "newSockets");
    if (left > FEW) {
      throw serving.unexpected(Symptom.LEAK, left);
    }
  }

  /** How many threads are in the server's own code, and how many pools have threads that rest. */
  int busyThreads() {
    serving.settles();
    return serving.count("busy");
  }

  /** Expects that the threads of clients that have left are gone, or go soon. */
  void hasNoMoreThreadsThan(int before) {
    if (busyThreads() > before + FEW) {
      // Java ends the thread of a newSingleThreadExecutor() that nobody holds, some time.
      server.link().ask("collect");
    }
    int busy = soonAtMost(before + FEW, "busy");
    if (busy > before + FEW) {
      throw serving.unexpected(Symptom.THREADS, busy - before);
    }
  }

  private int soonAtMost(int most, String question) {
    serving.settles();
    Patience patience = new Patience(server.link(), SOON, server.timeLeft(), true);
    int now = serving.count(question);
    while (now > most && patience.isLeft()) {
      server.link().state(Patience.SLICE_MILLIS);
      now = serving.count(question);
    }
    return now;
  }
}
