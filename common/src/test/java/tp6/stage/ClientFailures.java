package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tp6.stage.cause.Evidence;
import tp6.stage.cause.Said;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Wire;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What a client says where something else has come than it expected. */
final class ClientFailures {
  private static final byte[] NOTHING = {};

  private final Exchange exchange;
  private final Wire wire;
  private final Words words;
  private final Others others;
  private List<String> stood = List.of();

  /**
   * Of the client that has this exchange.
   *
   * @param others all clients, this one too
   */
  ClientFailures(Exchange exchange, Others others) {
    this.exchange = exchange;
    this.wire = exchange.wire();
    this.words = exchange.words();
    this.others = others;
  }

  /** Remembers where the program stood when this client finished sending without an answer. */
  void stood(List<String> places) {
    stood = places;
  }

  /** Where a line was expected, and none came. */
  Unexpected noLine(Optional<byte[]> expected) {
    if (wire.unread().length > 0) {
      byte[] came = exchange.takeAll();
      return failure(Symptom.UNFINISHED, List.of(), talk(expected, came));
    }
    Symptom symptom =
        switch (wire.latest()) {
          case END -> Symptom.END;
          case RESET -> Symptom.RESET;
          default -> Symptom.SILENCE;
        };
    return failure(symptom, List.of(), talk(expected, NOTHING));
  }

  /** What was expected, and what came in its place. */
  Unexpected different(byte[] wanted, byte[] came) {
    Evidence.Talk talk = talk(Optional.of(wanted), came);
    int at = Arrays.mismatch(wanted, came);
    List<String> findings =
        new ArrayList<>(
            List.of(
                words.say("expected", Visible.quote(wanted)),
                words.say("received", Visible.quote(came))));
    boolean isSeen = Visible.isPlain(wanted) && Visible.isPlain(came) && Visible.shows(at);
    if (at >= 0 && !isSeen) {
      findings.add(words.say("difference", at + 1, hex(wanted, at), hex(came, at)));
    }
    return failure(Symptom.DIFFERENT, findings, talk);
  }

  private String hex(byte[] bytes, int at) {
    return at < bytes.length ? Visible.hex(bytes, at) : words.say("nothing.more");
  }

  /** The same of two answers, with a character for each byte. */
  Unexpected different(String wanted, String came) {
    byte[] expected = wanted.getBytes(ISO_8859_1);
    return came.isEmpty()
        ? noLine(Optional.of(LineEnd.cut(expected)))
        : different(expected, came.getBytes(ISO_8859_1));
  }

  /** Something came that was not asked for. */
  Unexpected unasked() {
    return failure(Symptom.UNASKED, List.of(), talk(Optional.empty(), exchange.takeAll()));
  }

  /** More came than anybody reads. */
  Unexpected endless(int most) {
    return failure(Symptom.ENDLESS, List.of(), talk(Optional.empty(), exchange.takeAll()), most);
  }

  /** Whatever else is wrong. */
  Unexpected of(Symptom symptom, Object... values) {
    return failure(symptom, List.of(), talk(Optional.empty(), NOTHING), values);
  }

  private Evidence.Talk talk(Optional<byte[]> expected, byte[] came) {
    Said said = exchange.said();
    boolean elsewhere =
        came.length == 0
            && said.sent().stream().limit(1).anyMatch(last -> others.haveHeard(exchange, last));
    return said.talk(expected, came, others.sent(exchange), stood, elsewhere);
  }

  private Unexpected failure(
      Symptom symptom, List<String> findings, Evidence.Talk talk, Object... values) {
    String what = words.say("symptom." + symptom.key(), values);
    exchange.fails(what);
    return new Unexpected(symptom, exchange.name() + " " + what, findings, talk);
  }
}
