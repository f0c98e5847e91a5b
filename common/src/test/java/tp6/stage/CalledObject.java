package tp6.stage;

import java.time.Duration;
import tp6.stage.host.HostState;
import tp6.stage.link.Deadline;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;
import tp6.stage.link.Terminal;

/** The student's object whose methods are called, and the JVM that it lives in. */
final class CalledObject {
  private static final Duration AFTERWARDS = Duration.ofMillis(900);

  private final String className;
  private final Link link;
  private final Deadline stage;
  private String address;
  private String key;
  private boolean called;
  private boolean closed;
  private boolean late;

  CalledObject(String className, Link link, Deadline stage) {
    this.className = className;
    this.link = link;
    this.stage = stage;
  }

  /** Makes the next call one of a new object, for a service's address and key. */
  void renew(String newAddress, String newKey) {
    address = newAddress;
    key = newKey;
    replaceJvm();
  }

  /** Whether the latest call has left a JVM in which no other can be made. */
  boolean needsAnotherJvm() {
    return closed || link.hasEnded();
  }

  /** Whether another call can be made: of a new object, in another JVM where need be. */
  boolean mayBeCalled(String request) {
    if (request.equals("call")) {
      replaceJvm();
    }
    return !needsAnotherJvm();
  }

  private void replaceJvm() {
    if (needsAnotherJvm()) {
      discardJvm();
    }
  }

  private void discardJvm() {
    link.discard();
    closed = false;
  }

  /**
   * Calls a method with a text, and waits for the end of the call. Returns how the program is doing
   * then: it runs where there is no patience left.
   *
   * @param request {@code call} of a new object, {@code again} of the same
   * @param heart beats meanwhile
   */
  HostState call(String request, String method, String text, Duration patience, Heartbeat heart) {
    called = true;
    link.ask(request, className, method, text, address, key, new Terminal(link).beginCall());
    Patience limit = new Patience(link, patience, stage, false);
    HostState state = link.state(0);
    boolean isLeft = true;
    while (state.isRunning() && isLeft) {
      isLeft = limit.isLeft();
      state = link.state((int) heart.tick().toMillis());
      heart.beat();
    }
    return state;
  }

  /** What a call that is over, with the program in this state, has displayed. */
  Terminal.Display display(HostState state) {
    Terminal.Display display = new Terminal(link).display();
    closed = !display.isOpen();
    late |= display.isBlank() && !state.isNotStarted() && displaysAfterwards();
    return display;
  }

  /** Whether a call has displayed nothing, but something was displayed soon after it. */
  boolean wasLate() {
    return late;
  }

  private boolean displaysAfterwards() {
    Terminal terminal = new Terminal(link);
    Patience limit = new Patience(link, link.habits().afterwards(AFTERWARDS), stage, false);
    while (!terminal.hasMore() && limit.isLeft()) {
      link.state(Patience.SLICE_MILLIS);
    }
    boolean isLate = terminal.hasMore();
    if (!isLate) {
      link.habits().wasSilentAfterwards();
    }
    return isLate;
  }

  /** Leaves no JVM in which no other call can be made. */
  void leave() {
    if (called && (needsAnotherJvm() || link.state(0).isRunning())) {
      discardJvm();
    }
  }
}
