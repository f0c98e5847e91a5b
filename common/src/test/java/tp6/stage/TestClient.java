package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tp6.stage.Event.Kind;
import tp6.stage.Wire.Arrival;

/**
 * A client that a test plays: it acts, it expects, and all of it is noted. A test has several by
 * name, and is the only thread that uses them.
 */
public final class TestClient {
  /** The handouts promise five seconds. */
  private static final Duration ANSWER = Duration.ofMillis(5_300);

  private static final Duration SILENCE = Duration.ofMillis(300);

  /** How much is passed over for a word. */
  private static final int MAX_NOISE = 65_536;

  /** What is sent while nobody reads might fill all buffers, and those of the server, too. */
  private static final int AT_ONCE = 16_384;

  /** Something that may fail because the server has broken the connection. */
  private interface Action {
    void act() throws IOException;
  }

  private final String name;
  private final Transcript transcript;
  private final Words words;
  private final Link server;
  private final Wire wire;
  private final Deadline stage;
  private boolean finished;
  private int told;

  TestClient(String name, Transcript transcript, Words words, Link server, Deadline stage) {
    this.name = name;
    this.transcript = transcript;
    this.words = words;
    this.server = server;
    this.stage = stage;
    this.wire = new Wire();
  }

  /** Connects. That alone proves nothing: the system accepts for a server that does not. */
  void connect(int port) {
    note(Kind.CONNECTS, "connects");
    if (!wire.connect(port)) {
      throw unexpected(Symptom.REFUSED, port);
    }
  }

  /** Whether the port takes another connection. */
  boolean isAccepted(int port) {
    return wire.connect(port);
  }

  /** Sends a line. */
  public TestClient sends(String line) {
    return sendsBytes((line + "\n").getBytes(UTF_8));
  }

  /** Sends bytes in one piece, whatever they mean. */
  public TestClient sendsBytes(byte[] bytes) {
    if (bytes.length == 0) {
      return this;
    }
    transcript.note(
        Kind.SENDS,
        name,
        words.say("server"),
        () -> Visible.quote(bytes),
        text -> words.say("step.sends", text));
    return act(() -> wire.send(bytes, bytes.length > AT_ONCE));
  }

  /** Sends no more, and can still receive. */
  public TestClient finishesSending() {
    finished = true;
    note(Kind.CLOSES, "finishes");
    return act(wire::finish);
  }

  /** Closes the connection. */
  public void leaves() {
    note(Kind.CLOSES, "leaves");
    close();
  }

  /** Breaks the connection off: the server's next read fails. */
  public void resets() {
    note(Kind.RESETS, "resets");
    act(wire::breakOff);
    close();
  }

  void close() {
    act(wire::close);
  }

  private TestClient act(Action action) {
    try {
      action.act();
      return this;
    } catch (IOException e) {
      throw unexpected(Symptom.RESET);
    }
  }

  /** Expects a line, exactly this one. Its end may be LF or CRLF. */
  public TestClient receives(String expected) {
    byte[] line = nextLine();
    byte[] wanted = expected.getBytes(UTF_8);
    if (!Arrays.equals(wanted, line)) {
      throw different(wanted, line);
    }
    return this;
  }

  /** What was expected, and what came in its place. */
  Unexpected different(byte[] wanted, byte[] came) {
    int at = Arrays.mismatch(wanted, came);
    List<String> findings =
        new ArrayList<>(
            List.of(
                words.say("expected", Visible.quote(wanted)),
                words.say("received", Visible.quote(came))));
    if (at >= 0 && (!Visible.isPlain(wanted) || !Visible.isPlain(came))) {
      findings.add(words.say("difference", at + 1, hex(wanted, at), hex(came, at)));
    }
    return unexpected(Symptom.DIFFERENT, findings);
  }

  private byte[] nextLine() {
    Patience patience = patience(ANSWER);
    while (wire.lineSize() == 0) {
      Arrival arrival = await(patience);
      if (arrival != Arrival.BYTES) {
        throw noLine(arrival);
      }
      requireEnd(MAX_NOISE);
    }
    byte[] line = wire.take(wire.lineSize());
    noteReceived(line);
    boolean crlf = line.length > 1 && line[line.length - 2] == '\r';
    return Arrays.copyOf(line, line.length - (crlf ? 2 : 1));
  }

  private void requireEnd(int most) {
    if (wire.unread().length > most) {
      takeAll();
      throw unexpected(Symptom.ENDLESS, most);
    }
  }

  private Patience patience(Duration limit) {
    return new Patience(server, limit, stage, true);
  }

  /** Waits for bytes; no wait is longer than the stage. */
  private Arrival await(Patience patience) {
    transcript.waits(name);
    Arrival arrival = wire.await(patience);
    if (arrival == Arrival.NOTHING && stage.hasPassed()) {
      throw unexpected(Symptom.OVERTIME, UnderTest.STAGE.toSeconds());
    }
    return arrival;
  }

  private Unexpected noLine(Arrival arrival) {
    if (wire.unread().length > 0) {
      takeAll();
      return unexpected(Symptom.UNFINISHED);
    }
    return unexpected(
        switch (arrival) {
          case END -> Symptom.END;
          case RESET -> Symptom.RESET;
          default -> Symptom.SILENCE;
        });
  }

  /**
   * Expects an answer to a word: whatever holds it, while this client still waits. All before it is
   * passed over, and all after it is left.
   */
  public TestClient hearsAtOnce(String word) {
    take(word.getBytes(UTF_8), true, false);
    return this;
  }

  /**
   * The same; but where nothing comes, this client finishes sending, and waits once more. Whether
   * an answer comes in time is another question.
   */
  public TestClient hears(String word) {
    take(word.getBytes(UTF_8), true, true);
    return this;
  }

  /** The same for a text of which every sign matters. */
  public TestClient hearsExactly(String text) {
    take(text.getBytes(UTF_8), false, true);
    return this;
  }

  /** What stands before the word in its line, without zero bytes. */
  public String hearsBefore(String word) {
    String before = Received.plain(take(word.getBytes(UTF_8), true, true));
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /** Takes all up to the end of a text, and returns what stood before it. */
  private byte[] take(byte[] text, boolean anyCase, boolean finishes) {
    Patience patience = patience(ANSWER);
    boolean mayFinish = finishes && !finished;
    int[] found = Received.find(text, wire.unread(), anyCase);
    while (found[1] < 0) {
      Arrival arrival = await(patience);
      if (arrival == Arrival.NOTHING && mayFinish) {
        finishesSending();
        patience = patience(ANSWER);
        mayFinish = false;
      } else if (arrival != Arrival.BYTES) {
        throw missing(text, arrival);
      }
      requireEnd(2 * text.length + MAX_NOISE);
      found = Received.find(text, wire.unread(), anyCase);
    }
    byte[] before = Arrays.copyOf(wire.unread(), found[0]);
    noteReceived(wire.take(found[1]));
    return before;
  }

  private Unexpected missing(byte[] text, Arrival arrival) {
    byte[] came = wire.unread();
    if (came.length == 0) {
      return noLine(arrival);
    }
    takeAll();
    return different(text, came);
  }

  /** Expects a line end in what comes next. */
  public TestClient hearsLineEnd() {
    take(new byte[] {'\n'}, false, true);
    return this;
  }

  /**
   * Sends pieces, one after the other, each when the server has nothing else to do; then no more.
   * Returns all that is answered until the connection ends, or until the server has no more to say:
   * a character for each byte.
   */
  public String answerTo(List<String> pieces) {
    Patience patience = patience(ANSWER);
    for (String piece : pieces) {
      server.settle(ANSWER);
      sendsBytes(piece.getBytes(UTF_8));
    }
    server.settle(ANSWER);
    act(wire::finish);
    Arrival arrival = Arrival.BYTES;
    while (arrival == Arrival.BYTES) {
      requireEnd(MAX_NOISE);
      arrival = await(patience);
    }
    return new String(takeAll(), ISO_8859_1);
  }

  /** The same, where a word is expected in the answer. */
  String hearsOf(String word, List<String> pieces) {
    String answer = answerTo(pieces);
    if (Received.find(word.getBytes(UTF_8), answer.getBytes(ISO_8859_1), true)[1] < 0) {
      throw answer.isEmpty() ? unexpected(Symptom.SILENCE) : different(word, answer);
    }
    return answer;
  }

  /** Expects that all that comes holds one of some words, and none of the others. */
  public void hearsOnly(String word, List<String> words) {
    String plain = Received.plain(hearsOf(word, List.of()));
    for (String other : words) {
      if (!other.equals(word) && plain.contains(other)) {
        throw different(word, plain);
      }
    }
  }

  /** Two answers, with a character for each byte. */
  Unexpected different(String wanted, String came) {
    return different(wanted.getBytes(ISO_8859_1), came.getBytes(ISO_8859_1));
  }

  /**
   * All that comes until the connection ends, or until the server has no more to say; a character
   * for each byte.
   */
  public String answer() {
    Patience patience = patience(ANSWER);
    Arrival arrival = await(patience);
    while (arrival == Arrival.BYTES) {
      requireEnd(MAX_NOISE);
      arrival = await(patience);
    }
    if (wire.unread().length == 0) {
      throw noLine(arrival);
    }
    return new String(takeAll(), ISO_8859_1);
  }

  /** Expects that no answer to a word comes as long as the server has anything to do. */
  public TestClient isNotAnswered(String word) {
    byte[] wanted = word.getBytes(UTF_8);
    Patience patience = patience(SILENCE);
    Arrival arrival = Arrival.BYTES;
    while (arrival == Arrival.BYTES && Received.find(wanted, wire.unread(), true)[1] < 0) {
      arrival = await(patience);
    }
    if (Received.find(wanted, wire.unread(), true)[1] >= 0) {
      takeAll();
      throw unexpected(Symptom.UNASKED);
    }
    transcript.note(name, words.say("step.hears.nothing"));
    return this;
  }

  /** Reads over all that comes, at least something, and expects the end of the connection. */
  public TestClient readsToTheEnd() {
    if (wire.unread().length == 0) {
      Arrival arrival = await(patience(ANSWER));
      if (arrival != Arrival.BYTES) {
        throw noLine(arrival);
      }
    }
    return seesTheEnd();
  }

  /** Reads over all that still comes, and expects the end of the connection. */
  public TestClient seesTheEnd() {
    Patience patience = patience(ANSWER);
    Arrival arrival = Arrival.BYTES;
    while (arrival == Arrival.BYTES) {
      requireEnd(MAX_NOISE);
      arrival = await(patience);
    }
    if (wire.unread().length > 0) {
      takeAll();
    }
    return atTheEnd(arrival);
  }

  /** A connection also ends with its server's JVM; that is not what was expected. */
  private TestClient atTheEnd(Arrival arrival) {
    if (arrival == Arrival.NOTHING) {
      throw unexpected(Symptom.OPEN);
    }
    if (!server.isAlive()) {
      throw unexpected(Symptom.END);
    }
    note(Kind.ENDS, "sees.end");
    return this;
  }

  private byte[] takeAll() {
    byte[] all = wire.take(wire.unread().length);
    noteReceived(all);
    return all;
  }

  /** Notes what happens between it and the server. */
  private void note(Kind kind, String step) {
    transcript.note(kind, name, words.say("server"), () -> words.say("step." + step), text -> text);
  }

  /** The end of a line is told with the line, even if it is taken later. */
  private void noteReceived(byte[] taken) {
    byte[] untold = Arrays.copyOfRange(taken, Math.min(told, taken.length), taken.length);
    told = wire.lineEndSize();
    byte[] bytes = Arrays.copyOf(untold, untold.length + told);
    System.arraycopy(wire.unread(), 0, bytes, untold.length, told);
    if (bytes.length == 0) {
      return;
    }
    transcript.note(
        Kind.SENDS,
        words.say("server"),
        name,
        () -> Visible.quote(bytes),
        text -> words.say("step.answers", name, text));
  }

  private Unexpected unexpected(Symptom symptom, Object... values) {
    return unexpected(symptom, List.of(), values);
  }

  private Unexpected unexpected(Symptom symptom, List<String> findings, Object... values) {
    String what = words.say("symptom." + symptom.key(), values);
    transcript.note(Kind.FAILS, name, what);
    return new Unexpected(symptom, name + " " + what, findings);
  }

  private String hex(byte[] bytes, int at) {
    return at < bytes.length ? Visible.hex(bytes, at) : words.say("nothing.more");
  }
}
