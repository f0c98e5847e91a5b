package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tp6.stage.cause.Received;
import tp6.stage.link.Patience;
import tp6.stage.link.Wire;
import tp6.stage.link.Wire.Arrival;

/** Waits until something has come, and takes no more than that. */
final class Hearing {
  /** Whoever waits for the end of the stream answers soon after it. */
  private static final Duration AFTER_THE_END = Duration.ofMillis(1_700);

  private static final Duration SILENCE = Duration.ofMillis(300);

  private final Dialogue dialogue;
  private final Exchange exchange;
  private final Wire wire;

  Hearing(Dialogue dialogue) {
    this.dialogue = dialogue;
    this.exchange = dialogue.exchange();
    this.wire = exchange.wire();
  }

  /** Expects a line, exactly this one, and takes it with its end. */
  void line(String expected) {
    byte[] wanted = expected.getBytes(UTF_8);
    Patience patience = dialogue.patienceForAnAnswer();
    while (wire.lineSize() == 0) {
      Arrival arrival = dialogue.await(patience);
      if (arrival != Arrival.BYTES) {
        throw dialogue.failures().noLine(Optional.of(wanted));
      }
      dialogue.requireEnd(0);
    }
    byte[] text = LineEnd.cut(exchange.take(wire.lineSize()));
    if (!Arrays.equals(wanted, text)) {
      throw dialogue.failures().different(wanted, text);
    }
  }

  /** Takes all up to the end of a text, while this client still waits; returns what was before. */
  byte[] atOnce(Received wanted) {
    return take(wanted, false);
  }

  /** The same; but where nothing comes, this client finishes sending, and waits once more. */
  byte[] inTheEnd(Received wanted) {
    return take(wanted, true);
  }

  private byte[] take(Received wanted, boolean finishes) {
    boolean mayFinish = finishes && !dialogue.hasFinished();
    if (mayFinish && dialogue.isAnsweredAtTheEnd()) {
      dialogue.finishesSending();
      mayFinish = false;
    }
    Patience patience = dialogue.patienceForAnAnswer();
    boolean waited = false;
    while (!wanted.isIn(wire.unread())) {
      Arrival arrival = dialogue.await(patience);
      if (arrival == Arrival.NOTHING && mayFinish && !exchange.hasLine()) {
        dialogue.finishesSending();
        patience = dialogue.patience(AFTER_THE_END);
        mayFinish = false;
        waited = true;
      } else if (arrival != Arrival.BYTES) {
        throw missing(wanted.text());
      }
      dialogue.requireEnd(2 * wanted.size());
    }
    if (waited) {
      dialogue.wasAnsweredAtTheEnd();
    }
    byte[] before = Arrays.copyOf(wire.unread(), wanted.start());
    exchange.take(wanted.end());
    return before;
  }

  private Unexpected missing(String text) {
    boolean lineEnd = text.equals("\n");
    byte[] wanted = (lineEnd ? text : "echo:" + text).getBytes(UTF_8);
    return lineEnd || !exchange.hasMore()
        ? dialogue.failures().noLine(Optional.of(wanted))
        : dialogue.failures().different(wanted, LineEnd.cut(exchange.takeAll()));
  }

  /**
   * Expects that all that comes holds one of some words, and none of the others. Where that word is
   * there already, so is all that comes.
   */
  void only(String word, List<String> words) {
    boolean isThere = Received.word(word).isIn(wire.look());
    byte[] before = inTheEnd(Received.word(word));
    if (!isThere) {
      dialogue.settle();
    }
    String plain = Received.plain(before) + word + Received.plain(wire.look());
    for (String other : words) {
      if (!other.equals(word) && plain.contains(other)) {
        throw dialogue.failures().different("echo:" + word, plain);
      }
    }
  }

  /** Expects that no answer to a word comes, unless the server has hung up on another client. */
  void nothing(String word, Wire other) {
    Received answer = Received.word(word);
    Patience patience = dialogue.patience(SILENCE);
    Arrival arrival = Arrival.BYTES;
    while (arrival == Arrival.BYTES && !answer.isIn(wire.unread())) {
      arrival = dialogue.await(patience);
    }
    if (answer.isIn(wire.unread()) && !other.isOver()) {
      throw dialogue.failures().unasked();
    }
    exchange.remark("hears.nothing");
  }
}
