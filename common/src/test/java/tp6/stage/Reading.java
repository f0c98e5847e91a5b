package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Received;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Patience;
import tp6.stage.link.Wire;
import tp6.stage.link.Wire.Arrival;

/** Reads all that comes, until the connection ends or the server has no more to say. */
final class Reading {
  /** For what may follow a line. */
  private static final Duration MORE = Duration.ofMillis(700);

  /** Of what is to be done at once: a second later will do, but not two. */
  private static final Duration SOON = Duration.ofMillis(1_300);

  private final Dialogue dialogue;
  private final Exchange exchange;
  private final Wire wire;

  Reading(Dialogue dialogue) {
    this.dialogue = dialogue;
    this.exchange = dialogue.exchange();
    this.wire = exchange.wire();
  }

  /** Sends pieces, each when the server has nothing else to do, then no more; returns all. */
  String answerTo(List<String> pieces) {
    for (String piece : pieces) {
      dialogue.settle();
      dialogue.send(piece.getBytes(UTF_8));
    }
    dialogue.settle();
    dialogue.finish();
    readAll(
        Dialogue.ANSWER,
        (int) String.join("", pieces).chars().filter(sign -> sign == '\n').count());
    return new String(exchange.takeAll(), ISO_8859_1);
  }

  /**
   * Expects something, and returns it. After a line nobody waits for long: there are servers that
   * would go on for ever.
   *
   * @param expected told where nothing comes
   */
  String answer(Optional<byte[]> expected) {
    readAll(MORE, 1);
    if (wire.unread().length == 0) {
      throw dialogue.failures().noLine(expected);
    }
    return new String(exchange.takeAll(), ISO_8859_1);
  }

  /**
   * Expects a text of this form and nothing else, but a line end.
   *
   * @param text of that form, told where another came
   */
  void only(Pattern form, String text) {
    readAll();
    if (wire.unread().length == 0) {
      throw dialogue.failures().noLine(Optional.of(text.getBytes(UTF_8)));
    }
    String first = LineEnd.cut(new String(wire.unread(), 0, wire.firstSize(), ISO_8859_1));
    if (!form.matcher(first).matches()) {
      String came = LineEnd.cut(new String(exchange.takeAll(), ISO_8859_1));
      throw dialogue.failures().different(text, came);
    }
    exchange.take(wire.firstSize());
    if (wire.unread().length > 0) {
      throw dialogue.failures().unasked();
    }
  }

  /** Expects the numbers of this time, whatever stands between them and comes with them. */
  void amongOthers(String time) {
    String came = answer(Optional.of(time.getBytes(UTF_8)));
    String alone = "(?<![0-9])" + time.replace(":", "[^0-9]+") + "(?![0-9])";
    if (!Pattern.compile(alone).matcher(Received.plain(came)).find()) {
      throw dialogue.failures().different(time, LineEnd.cut(came));
    }
  }

  /** Expects something, and the end of the connection soon after it. */
  void somethingAndTheEnd() {
    Patience patience = dialogue.patienceForAnAnswer();
    Arrival arrival = dialogue.await(patience);
    if (arrival != Arrival.BYTES) {
      throw dialogue.failures().noLine(Optional.empty());
    }
    while (arrival == Arrival.BYTES && patience.isLeftAfterBytes()) {
      dialogue.requireEnd(0);
      arrival = dialogue.await(dialogue.patience(SOON));
    }
    requireOrderlyEnd(arrival);
  }

  /** Expects the end of the connection, after whatever still comes. */
  void theEnd() {
    requireOrderlyEnd(readAll());
  }

  private void requireOrderlyEnd(Arrival arrival) {
    if (wire.unread().length > 0) {
      exchange.takeAll();
    }
    if (arrival == Arrival.NOTHING || arrival == Arrival.BYTES) {
      throw dialogue.failures().of(Symptom.OPEN);
    }
    // A connection also ends with its server's JVM: that is not what was expected.
    if (!dialogue.hasServer()) {
      throw dialogue.failures().of(Symptom.END);
    }
    // A reset may take away what was sent before.
    if (arrival == Arrival.RESET) {
      throw dialogue.failures().of(Symptom.BROKEN_OFF);
    }
    exchange.note(Kind.ENDS, "sees.end");
  }

  /** Reads as long as something comes; returns what ended that. */
  private Arrival readAll() {
    return readAll(Dialogue.ANSWER, 1);
  }

  /** After each of so many lines, some time is left for what follows. */
  private Arrival readAll(Duration afterALine, int atMost) {
    Patience patience = dialogue.patienceForAnAnswer();
    int lines = wire.lines();
    Arrival arrival = dialogue.await(patience);
    while (arrival == Arrival.BYTES) {
      dialogue.requireEnd(0);
      if (lines < Math.min(wire.lines(), atMost)) {
        lines = wire.lines();
        patience = dialogue.patience(afterALine);
      }
      arrival = dialogue.await(patience);
    }
    return arrival;
  }
}
