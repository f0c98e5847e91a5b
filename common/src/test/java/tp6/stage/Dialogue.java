package tp6.stage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Deadline;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;
import tp6.stage.link.Sender;
import tp6.stage.link.Wire;
import tp6.stage.link.Wire.Arrival;

/** A client's turns: it acts, and waits for the server, never longer than the stage. */
final class Dialogue {
  /** The handouts promise five seconds. */
  static final Duration ANSWER = Duration.ofMillis(5_300);

  /** How much is passed over for a word. */
  private static final int MAX_NOISE = 65_536;

  private final Exchange exchange;
  private final ClientFailures failures;
  private final Wire wire;
  private final Link server;
  private final Deadline stage;
  private boolean finished;

  /**
   * A client that is not connected yet.
   *
   * @param others all clients, this one too
   */
  Dialogue(Exchange exchange, Others others, Link server, Deadline stage) {
    this.exchange = exchange;
    this.failures = new ClientFailures(exchange, others);
    this.wire = exchange.wire();
    this.server = server;
    this.stage = stage;
  }

  Exchange exchange() {
    return exchange;
  }

  ClientFailures failures() {
    return failures;
  }

  boolean hasServer() {
    return server.isAlive();
  }

  boolean connect(int port) {
    server.isDisturbed();
    return wire.connect(port);
  }

  void act(Sender.Action action) {
    server.isDisturbed();
    try {
      action.act();
    } catch (IOException e) {
      throw failures.of(Symptom.RESET);
    }
  }

  void send(byte[] bytes) {
    if (bytes.length > 0) {
      act(() -> exchange.send(bytes));
    }
  }

  /** Sends no more, untold. If there is no answer by then, it matters where the program stands. */
  void finish() {
    act(
        () -> {
          failures.stood(wire.hasArrived() ? List.of() : server.stands());
          wire.finish();
        });
  }

  /** Sends no more, and tells so: once. */
  void finishesSending() {
    if (!finished) {
      finished = true;
      exchange.note(Kind.CLOSES, "finishes");
      finish();
    }
  }

  boolean hasFinished() {
    return finished;
  }

  /** Waits until the server has nothing to do. */
  void settle() {
    server.settle(ANSWER);
  }

  Patience patience(Duration limit) {
    return new Patience(server, limit, stage, true);
  }

  /** For an answer that every server gives. */
  Patience patienceForAnAnswer() {
    return Patience.forDuty(server, ANSWER, stage);
  }

  /** Whether the program is known to answer when a client has finished, and not before. */
  boolean isAnsweredAtTheEnd() {
    return server.habits().answersAtTheEnd();
  }

  void wasAnsweredAtTheEnd() {
    server.habits().hasAnsweredAtTheEnd();
  }

  /** Waits for bytes; no wait is longer than the stage. */
  Arrival await(Patience patience) {
    exchange.waits();
    Arrival arrival = wire.await(patience);
    if (arrival == Arrival.NOTHING && stage.hasPassed()) {
      throw failures.of(Symptom.OVERTIME, stage.seconds());
    }
    return arrival;
  }

  /** Expects that no more lies unread than what is awaited, and what may be passed over for it. */
  void requireEnd(int awaited) {
    int most = awaited + MAX_NOISE;
    if (wire.unread().length > most) {
      throw failures.endless(most);
    }
  }
}
