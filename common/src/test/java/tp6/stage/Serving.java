package tp6.stage;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Symptom;
import tp6.stage.host.Host;
import tp6.stage.host.HostState;
import tp6.stage.link.Deadline;
import tp6.stage.link.HostEnded;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;

/** A server's {@code serve()}, from the port that it opens to its end. */
final class Serving {
  private static final int MAX_PORT = 65_535;
  private static final Duration OPENING = Duration.ofMillis(5_300);

  /** Some servers look only once a second whether they have been closed. */
  private static final Duration STOP = Duration.ofMillis(3_300);

  private static final Duration TIDY = Duration.ofMillis(300);
  private static final Duration SETTLE = Duration.ofMillis(1_100);

  /** A port, or none; nothing where none is open yet. */
  private static final Pattern PORT = Pattern.compile("(-1|\\d{1,5})?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final String SLICE = Integer.toString(Patience.SLICE_MILLIS);

  private final UnderTest server;
  private int port;
  private boolean asked;
  private boolean closed;

  Serving(UnderTest server) {
    this.server = server;
  }

  /** 0 where the server does not run yet. */
  int port() {
    return port;
  }

  boolean isClosed() {
    return closed;
  }

  /** Starts the server, where it does not run yet. */
  void opens() {
    if (port == 0) {
      open();
    }
  }

  private void open() {
    asked = true;
    link().ask("serve", server.className);
    Patience patience = Patience.forDuty(link(), OPENING, server.timeLeft());
    boolean isLeft = true;
    String answer = "";
    while (answer.isEmpty() && isLeft) {
      isLeft = patience.isLeft();
      answer = link().askForOne(PORT, "port", SLICE);
    }
    int opened = answer.isEmpty() ? Host.NO_PORT : Integer.parseInt(answer);
    if (opened == Host.NO_PORT || opened > MAX_PORT) {
      throw server.timeLeft().hasPassed()
          ? unexpected(Symptom.OVERTIME, server.timeLeft().seconds())
          : unexpected(Symptom.UNOPENED);
    }
    port = opened;
    link().servesAt(port);
    // A serve() that returns at once closes the server before the first client comes.
    settles();
  }

  /** Waits until the server has nothing to do but to wait. Uses up no connection. */
  void settles() {
    if (port != 0) {
      link().settle(SETTLE);
    }
  }

  /** Expects that the server has not ended. */
  void goesOn() {
    if (!link().state(0).isRunning()) {
      throw unexpected(Symptom.ENDED);
    }
  }

  /** Closes the server, and returns how it is when it has had the time to stop. */
  HostState closes() {
    server
        .transcript()
        .note(
            Kind.CLOSES,
            server.words().say("test"),
            server.name(),
            () -> server.words().say("step.closes"),
            text -> text);
    closed = true;
    link().ask("close");
    server.transcript().waits(server.name());
    Patience patience = new Patience(link(), STOP, server.timeLeft(), true);
    HostState state = link().state(Patience.SLICE_MILLIS);
    while (state.isRunning() && patience.isLeft()) {
      state = link().state(Patience.SLICE_MILLIS);
    }
    return link().state(0);
  }

  /** Whoever is connected by now may have reached another program that was given this port. */
  boolean listens() {
    return link().askForOne(Link.YES_OR_NO, "listens", Integer.toString(port)).equals("yes");
  }

  /** The answer to a question of how many. */
  int count(String question) {
    return Integer.parseInt(link().askForOne(NUMBER, question));
  }

  /** Notes that the server has done something else than expected. */
  Unexpected unexpected(Symptom symptom, Object... values) {
    String what = server.words().say("symptom." + symptom.key(), values);
    server.transcript().note(Kind.FAILS, server.name(), what);
    return new Unexpected(symptom, server.name() + " " + what, List.of());
  }

  /** Closes the server untold; where something of it lives on, its JVM is given up. */
  void tidiesUp() {
    if (link().hasEnded() || asked && !endsQuietly()) {
      link().discard();
    }
    port = 0;
    link().servesAt(port);
    asked = false;
    closed = false;
  }

  private boolean endsQuietly() {
    try {
      link().ask("close");
    } catch (HostEnded e) {
      return false;
    }
    Deadline deadline = Deadline.in(TIDY);
    HostState state = link().state(0);
    while (state.hasThreads() && !deadline.hasPassed()) {
      state = link().state(5);
    }
    return !state.hasThreads() && !link().hasEnded();
  }

  private Link link() {
    return server.link();
  }
}
