package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Received;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Wire;

/**
 * A client that a test plays: it acts, it expects, and all of it is noted. A test has several by
 * name, and is the only thread that uses them. Answers are passed as text with a character for each
 * byte.
 */
public final class TestClient {
  private final Dialogue dialogue;
  private final Exchange exchange;
  private final Wire wire;
  private final Hearing hearing;
  private final Reading reading;
  private boolean wasReset;

  TestClient(Dialogue dialogue) {
    this.dialogue = dialogue;
    this.exchange = dialogue.exchange();
    this.wire = exchange.wire();
    this.hearing = new Hearing(dialogue);
    this.reading = new Reading(dialogue);
  }

  /** Connects. That alone proves nothing: the system accepts for a server that does not. */
  void connect(int port) {
    exchange.note(Kind.CONNECTS, "connects");
    if (!dialogue.connect(port)) {
      throw dialogue.failures().of(Symptom.REFUSED, port);
    }
  }

  boolean isConnected() {
    return wire.isConnected();
  }

  /** Whether the port takes another connection. */
  boolean isAccepted(int port) {
    return dialogue.connect(port);
  }

  /** Sends a line. */
  public TestClient sends(String line) {
    return sendsBytes((line + "\n").getBytes(UTF_8));
  }

  /** Sends bytes in one piece, whatever they mean. */
  public TestClient sendsBytes(byte[] bytes) {
    dialogue.send(bytes);
    return this;
  }

  /** Sends no more, and can still receive. */
  public TestClient finishesSending() {
    dialogue.finishesSending();
    return this;
  }

  /** Closes the connection. */
  public void leaves() {
    exchange.note(Kind.CLOSES, "leaves");
    close();
  }

  /** Breaks the connection off: the server's next read fails. */
  public void resets() {
    exchange.note(Kind.RESETS, "resets");
    wasReset = true;
    dialogue.act(wire::breakOff);
    close();
  }

  boolean wasReset() {
    return wasReset;
  }

  void close() {
    dialogue.act(wire::close);
  }

  /** Says that another answer came than the one that was wanted. */
  Unexpected different(String wanted, String came) {
    return dialogue.failures().different(wanted, came);
  }

  /** Expects a line, exactly this one. Its end may be LF or CRLF. */
  public TestClient receives(String expected) {
    hearing.line(expected);
    return this;
  }

  /**
   * Expects an answer to a word: whatever holds it, while this client still waits. All before it is
   * passed over, and all after it is left.
   */
  public TestClient hearsAtOnce(String word) {
    hearing.atOnce(Received.word(word));
    return this;
  }

  /**
   * The same; but where nothing comes, this client finishes sending, and waits once more. Whether
   * an answer comes in time is another question.
   */
  public TestClient hears(String word) {
    hearing.inTheEnd(Received.word(word));
    return this;
  }

  /** The same for a text of which every sign matters. */
  public TestClient hearsExactly(String text) {
    hearing.inTheEnd(Received.text(text));
    return this;
  }

  /** The same for a text of which all matters but which letters are capitals. */
  public TestClient hearsLetters(String text) {
    hearing.inTheEnd(Received.letters(text));
    return this;
  }

  /** What stands before the word in its line. */
  public String hearsBefore(String word) {
    String before = Received.plain(hearing.inTheEnd(Received.word(word)));
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /** Expects a line end in what comes next. */
  public TestClient hearsLineEnd() {
    hearing.inTheEnd(Received.text("\n"));
    return this;
  }

  /**
   * Expects that all that comes holds one of some words, and none of the others. The server has
   * settled since it was sent.
   */
  public TestClient hearsOnly(String word, List<String> words) {
    hearing.only(word, words);
    return this;
  }

  /**
   * Expects that no answer to a word comes as long as the server has anything to do, unless it has
   * hung up on another client.
   */
  public TestClient isNotAnswered(String word, TestClient other) {
    hearing.nothing(word, other.wire);
    return this;
  }

  /**
   * Sends pieces, one after the other, each when the server has nothing else to do; then no more.
   * Returns all that is answered until the connection ends, or until the server has no more to say.
   */
  public String answerTo(List<String> pieces) {
    return reading.answerTo(pieces);
  }

  /** The same for all that comes of itself. After a line nobody waits for long. */
  public String answer() {
    return reading.answer(Optional.empty());
  }

  /**
   * Expects a text of this form and nothing else, with a line end or without.
   *
   * @param text of that form, told where another came
   */
  public void receivesOnly(Pattern form, String text) {
    reading.only(form, text);
  }

  /** Expects the numbers of this time, whatever stands between them and comes with them. */
  public void receivesAmongOthers(String time) {
    reading.amongOthers(time);
  }

  /** Reads over all that comes, at least something, and expects the end soon after it. */
  public TestClient readsToTheEnd() {
    reading.somethingAndTheEnd();
    return this;
  }

  /** Reads over all that still comes, and expects the end of the connection. */
  public TestClient seesTheEnd() {
    reading.theEnd();
    return this;
  }
}
