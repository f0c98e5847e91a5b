package tp6.stage;

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
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofMillis(150);
  private static final int MAX_LINE = 65_536;

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

  TestClient(String name, Transcript transcript, Words words, Link server, Deadline stage) {
    this.name = name;
    this.transcript = transcript;
    this.words = words;
    this.server = server;
    this.stage = stage;
    this.wire = new Wire(() -> server.state(0).isHopeless());
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
    transcript.note(
        Kind.SENDS,
        name,
        words.say("server"),
        () -> Visible.quote(bytes),
        text -> words.say("step.sends", text));
    return act(() -> wire.send(bytes));
  }

  /** Sends no more, and can still receive. */
  public TestClient finishesSending() {
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
    int at = Arrays.mismatch(wanted, line);
    if (at >= 0) {
      List<String> findings =
          new ArrayList<>(
              List.of(
                  words.say("expected", Visible.quote(wanted)),
                  words.say("received", Visible.quote(line))));
      if (!Visible.isPlain(wanted) || !Visible.isPlain(line)) {
        findings.add(words.say("difference", at + 1, hex(wanted, at), hex(line, at)));
      }
      throw unexpected(Symptom.DIFFERENT, findings);
    }
    return this;
  }

  private byte[] nextLine() {
    Deadline deadline = Deadline.in(ANSWER);
    while (wire.lineSize() == 0) {
      Arrival arrival = await(deadline);
      if (arrival != Arrival.BYTES) {
        throw noLine(arrival);
      }
      if (wire.unread().length > MAX_LINE) {
        takeAll();
        throw unexpected(Symptom.ENDLESS, MAX_LINE);
      }
    }
    byte[] line = wire.take(wire.lineSize());
    noteReceived(line);
    boolean crlf = line.length > 1 && line[line.length - 2] == '\r';
    return Arrays.copyOf(line, line.length - (crlf ? 2 : 1));
  }

  /** Waits for bytes; no wait is longer than the stage. */
  private Arrival await(Deadline patience) {
    transcript.waits(name);
    Arrival arrival = wire.await(patience.orEarlier(stage));
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

  /** Expects some answer, be it the end of the connection. */
  public TestClient receivesSomething() {
    Arrival arrival = await(Deadline.in(ANSWER));
    if (arrival == Arrival.NOTHING) {
      throw unexpected(Symptom.SILENCE);
    }
    if (arrival == Arrival.BYTES) {
      takeAll();
      return this;
    }
    return atTheEnd(arrival);
  }

  /** Expects that for a moment nothing comes. */
  public TestClient receivesNothing() {
    if (wire.unread().length > 0 || await(Deadline.in(SILENCE)) == Arrival.BYTES) {
      takeAll();
      throw unexpected(Symptom.UNASKED);
    }
    transcript.note(name, words.say("step.hears.nothing"));
    return this;
  }

  /** Reads over all that comes, at least something, and expects the end of the connection. */
  public TestClient readsToTheEnd() {
    Deadline deadline = Deadline.in(ANSWER);
    Arrival arrival = await(deadline);
    if (arrival != Arrival.BYTES) {
      throw noLine(arrival);
    }
    while (arrival == Arrival.BYTES) {
      takeAll();
      arrival = await(deadline);
    }
    return atTheEnd(arrival);
  }

  /** Expects the end of the connection, and nothing before it. */
  public TestClient seesTheEnd() {
    Arrival arrival = wire.unread().length > 0 ? Arrival.BYTES : await(Deadline.in(ANSWER));
    if (arrival == Arrival.BYTES) {
      takeAll();
      throw unexpected(Symptom.UNASKED);
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

  private void takeAll() {
    noteReceived(wire.take(wire.unread().length));
  }

  /** Notes what happens between it and the server. */
  private void note(Kind kind, String step) {
    transcript.note(kind, name, words.say("server"), () -> words.say("step." + step), text -> text);
  }

  private void noteReceived(byte[] bytes) {
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
