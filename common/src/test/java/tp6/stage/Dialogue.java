package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Evidence;
import tp6.stage.cause.Said;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Deadline;
import tp6.stage.link.Link;
import tp6.stage.link.Patience;
import tp6.stage.link.Sender;
import tp6.stage.link.Wire;
import tp6.stage.link.Wire.Arrival;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** A client's connection, of which all is noted for the story. */
final class Dialogue {
  /** What is sent while nobody reads might fill all buffers, and those of the server, too. */
  private static final int AT_ONCE = 16_384;

  private final String name;
  private final Transcript transcript;
  private final Words words;
  private final Link server;
  private final Deadline stage;
  private final Others others;
  private final Wire wire = new Wire();
  private final Said said = new Said();
  private List<String> stood = List.of();
  private int told;

  /**
   * A client that is not connected yet.
   *
   * @param others all clients, this one too
   */
  Dialogue(
      String name, Transcript transcript, Words words, Link server, Deadline stage, Others others) {
    this.name = name;
    this.transcript = transcript;
    this.words = words;
    this.server = server;
    this.stage = stage;
    this.others = others;
  }

  Wire wire() {
    return wire;
  }

  List<String> sent() {
    return said.sentSoFar();
  }

  /** Whether a text has arrived, which nobody has taken yet. */
  boolean hasHeard(String text) {
    return wire.isConnected() && new String(wire.look(), UTF_8).contains(text);
  }

  /** Waits until the server has nothing to do. */
  void settle(Duration limit) {
    server.settle(limit);
  }

  boolean hasServer() {
    return server.isAlive();
  }

  void act(Sender.Action action) {
    try {
      action.act();
    } catch (IOException e) {
      throw fails(Symptom.RESET);
    }
  }

  void send(byte[] bytes) {
    transcript.note(
        Kind.SENDS,
        name,
        words.say("server"),
        () -> Visible.quote(bytes),
        text -> words.say("step.sends", text));
    said.sends(bytes);
    act(() -> wire.send(bytes, bytes.length > AT_ONCE));
  }

  /** Sends no more. If there is no answer by then, it matters where the program stands. */
  void finish() {
    act(
        () -> {
          stood = wire.hasArrived() ? List.of() : server.stands();
          wire.finish();
        });
  }

  Patience patience(Duration limit) {
    return new Patience(server, limit, stage, true);
  }

  /** For an answer that every server gives. */
  Patience patienceForAnAnswer(Duration limit) {
    return Patience.forDuty(server, limit, stage);
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
    transcript.waits(name);
    Arrival arrival = wire.await(patience);
    if (arrival == Arrival.NOTHING && stage.hasPassed()) {
      throw fails(Symptom.OVERTIME, stage.seconds());
    }
    return arrival;
  }

  /** Takes what has arrived. */
  byte[] takeAll() {
    return take(wire.unread().length);
  }

  /** Takes so many bytes. The end of a line is told with the line, even if it is taken later. */
  byte[] take(int size) {
    byte[] taken = wire.take(size);
    said.hears(taken);
    byte[] untold = Arrays.copyOfRange(taken, Math.min(told, size), size);
    told = wire.lineEndSize();
    byte[] bytes = Arrays.copyOf(untold, untold.length + told);
    System.arraycopy(wire.unread(), 0, bytes, untold.length, told);
    if (bytes.length > 0) {
      transcript.note(
          Kind.SENDS,
          words.say("server"),
          name,
          () -> Visible.quote(bytes),
          text -> words.say("step.answers", name, text));
    }
    return taken;
  }

  /** Takes the end of a line that was told with the line; whatever is left is something else. */
  boolean hasMore() {
    wire.take(told);
    told = 0;
    return wire.unread().length > 0;
  }

  /** Whether a whole line has come beside that. */
  boolean hasLine() {
    return hasMore() && wire.lineSize() > 0;
  }

  /** Notes what happens between the client and the server. */
  void note(Kind kind, String step) {
    transcript.note(kind, name, words.say("server"), () -> words.say("step." + step), text -> text);
  }

  /** Notes what the client thinks of it. */
  void remark(String step) {
    transcript.note(name, words.say("step." + step));
  }

  /** Where a line was expected, and none came. */
  Unexpected noLine(Optional<byte[]> expected) {
    if (wire.unread().length > 0) {
      byte[] came = takeAll();
      return fails(Symptom.UNFINISHED, List.of(), talk(expected, came));
    }
    Symptom symptom =
        switch (wire.latest()) {
          case END -> Symptom.END;
          case RESET -> Symptom.RESET;
          default -> Symptom.SILENCE;
        };
    return fails(symptom, List.of(), talk(expected, new byte[0]));
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
    return fails(Symptom.DIFFERENT, findings, talk);
  }

  private String hex(byte[] bytes, int at) {
    return at < bytes.length ? Visible.hex(bytes, at) : words.say("nothing.more");
  }

  /** Something came that was not asked for. */
  Unexpected unasked() {
    return fails(Symptom.UNASKED, List.of(), talk(Optional.empty(), takeAll()));
  }

  /** More came than anybody reads. */
  Unexpected endless(int most) {
    return fails(Symptom.ENDLESS, List.of(), talk(Optional.empty(), takeAll()), most);
  }

  Unexpected fails(Symptom symptom, Object... values) {
    return fails(symptom, List.of(), talk(Optional.empty(), new byte[0]), values);
  }

  private Evidence.Talk talk(Optional<byte[]> expected, byte[] came) {
    boolean elsewhere =
        came.length == 0
            && said.sent().stream().limit(1).anyMatch(last -> others.haveHeard(this, last));
    return said.talk(expected, came, others.sent(this), stood, elsewhere);
  }

  private Unexpected fails(
      Symptom symptom, List<String> findings, Evidence.Talk talk, Object... values) {
    String what = words.say("symptom." + symptom.key(), values);
    transcript.note(Kind.FAILS, name, what);
    return new Unexpected(symptom, name + " " + what, findings, talk);
  }
}
