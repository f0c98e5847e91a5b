package tp6.stage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Received;
import tp6.stage.cause.Symptom;
import tp6.stage.link.Patience;
import tp6.stage.link.Wire;
import tp6.stage.link.Wire.Arrival;

/**
 * A client that a test plays: it acts, it expects, and all of it is noted. A test has several by
 * name, and is the only thread that uses them. Answers are passed as text with a character for each
 * byte.
 */
public final class TestClient {
  /** The handouts promise five seconds. */
  private static final Duration ANSWER = Duration.ofMillis(5_300);

  /** For what may follow a line. */
  private static final Duration MORE = Duration.ofMillis(700);

  /** Whoever waits for the end of the stream answers soon after it. */
  private static final Duration AFTER_THE_END = Duration.ofMillis(1_700);

  /** Of what is to be done at once: a second later will do, but not two. */
  private static final Duration SOON = Duration.ofMillis(1_300);

  private static final Duration SILENCE = Duration.ofMillis(300);

  /** How much is passed over for a word. */
  private static final int MAX_NOISE = 65_536;

  private final Dialogue dialogue;
  private final Wire wire;
  private boolean finished;
  private boolean wasReset;

  TestClient(Dialogue dialogue) {
    this.dialogue = dialogue;
    this.wire = dialogue.wire();
  }

  /** Connects. That alone proves nothing: the system accepts for a server that does not. */
  void connect(int port) {
    dialogue.note(Kind.CONNECTS, "connects");
    if (!wire.connect(port)) {
      throw dialogue.fails(Symptom.REFUSED, port);
    }
  }

  boolean isConnected() {
    return wire.isConnected();
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
    if (bytes.length > 0) {
      dialogue.send(bytes);
    }
    return this;
  }

  /** Sends no more, and can still receive. */
  public TestClient finishesSending() {
    if (!finished) {
      finished = true;
      dialogue.note(Kind.CLOSES, "finishes");
      dialogue.finish();
    }
    return this;
  }

  /** Closes the connection. */
  public void leaves() {
    dialogue.note(Kind.CLOSES, "leaves");
    close();
  }

  /** Breaks the connection off: the server's next read fails. */
  public void resets() {
    dialogue.note(Kind.RESETS, "resets");
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

  /** Expects a line, exactly this one. Its end may be LF or CRLF. */
  public TestClient receives(String expected) {
    byte[] wanted = expected.getBytes(UTF_8);
    Patience patience = dialogue.patienceForAnAnswer(ANSWER);
    while (wire.lineSize() == 0) {
      Arrival arrival = dialogue.await(patience);
      if (arrival != Arrival.BYTES) {
        throw dialogue.noLine(Optional.of(wanted));
      }
      requireEnd(MAX_NOISE);
    }
    byte[] text = withoutEnd(dialogue.take(wire.lineSize()));
    if (!Arrays.equals(wanted, text)) {
      throw dialogue.different(wanted, text);
    }
    return this;
  }

  private void requireEnd(int most) {
    if (wire.unread().length > most) {
      throw dialogue.endless(most);
    }
  }

  /**
   * Expects an answer to a word: whatever holds it, while this client still waits. All before it is
   * passed over, and all after it is left.
   */
  public TestClient hearsAtOnce(String word) {
    take(Received.word(word), false);
    return this;
  }

  /**
   * The same; but where nothing comes, this client finishes sending, and waits once more. Whether
   * an answer comes in time is another question.
   */
  public TestClient hears(String word) {
    take(Received.word(word), true);
    return this;
  }

  /** The same for a text of which every sign matters. */
  public TestClient hearsExactly(String text) {
    take(Received.text(text), true);
    return this;
  }

  /** The same for a text of which all matters but which letters are capitals. */
  public TestClient hearsLetters(String text) {
    take(Received.letters(text), true);
    return this;
  }

  /** What stands before the word in its line. */
  public String hearsBefore(String word) {
    String before = Received.plain(take(Received.word(word), true));
    return before.substring(before.lastIndexOf('\n') + 1);
  }

  /** Expects a line end in what comes next. */
  public TestClient hearsLineEnd() {
    take(Received.text("\n"), true);
    return this;
  }

  /** Takes all up to the end of a text, and returns what stood before it. */
  private byte[] take(Received wanted, boolean finishes) {
    boolean mayFinish = finishes && !finished;
    if (mayFinish && dialogue.isAnsweredAtTheEnd()) {
      finishesSending();
      mayFinish = false;
    }
    Patience patience = dialogue.patienceForAnAnswer(ANSWER);
    boolean waited = false;
    while (!wanted.isIn(wire.unread())) {
      Arrival arrival = dialogue.await(patience);
      if (arrival == Arrival.NOTHING && mayFinish && !dialogue.hasLine()) {
        finishesSending();
        patience = dialogue.patience(AFTER_THE_END);
        mayFinish = false;
        waited = true;
      } else if (arrival != Arrival.BYTES) {
        throw missing(wanted.text());
      }
      requireEnd(2 * wanted.size() + MAX_NOISE);
    }
    if (waited) {
      dialogue.wasAnsweredAtTheEnd();
    }
    byte[] before = Arrays.copyOf(wire.unread(), wanted.start());
    dialogue.take(wanted.end());
    return before;
  }

  private Unexpected missing(String text) {
    boolean lineEnd = text.equals("\n");
    byte[] wanted = (lineEnd ? text : "echo:" + text).getBytes(UTF_8);
    return lineEnd || !dialogue.hasMore()
        ? dialogue.noLine(Optional.of(wanted))
        : dialogue.different(wanted, withoutEnd(dialogue.takeAll()));
  }

  /** LF and CRLF are both line ends. */
  private static byte[] withoutEnd(byte[] line) {
    int end = line.length;
    if (end > 0 && line[end - 1] == '\n') {
      end -= end > 1 && line[end - 2] == '\r' ? 2 : 1;
    }
    return Arrays.copyOf(line, end);
  }

  /**
   * Sends pieces, one after the other, each when the server has nothing else to do; then no more.
   * Returns all that is answered until the connection ends, or until the server has no more to say.
   */
  public String answerTo(List<String> pieces) {
    for (String piece : pieces) {
      dialogue.settle(ANSWER);
      sendsBytes(piece.getBytes(UTF_8));
    }
    dialogue.settle(ANSWER);
    dialogue.finish();
    readAll(ANSWER, (int) String.join("", pieces).chars().filter(sign -> sign == '\n').count());
    return new String(dialogue.takeAll(), ISO_8859_1);
  }

  /** The same, where a word is expected in the answer. */
  String answerWith(String word, List<String> pieces) {
    String answer = answerTo(pieces);
    if (!Received.word(word).isIn(answer.getBytes(ISO_8859_1))) {
      throw answer.isEmpty()
          ? dialogue.noLine(Optional.of(("echo:" + word).getBytes(UTF_8)))
          : different("echo:" + word, answer);
    }
    return answer;
  }

  /** Expects that all that comes holds one of some words, and none of the others. */
  public TestClient hearsOnly(String word, List<String> words) {
    byte[] before = take(Received.word(word), true);
    dialogue.settle(ANSWER);
    String plain = Received.plain(before) + word + Received.plain(wire.look());
    for (String other : words) {
      if (!other.equals(word) && plain.contains(other)) {
        throw different("echo:" + word, plain);
      }
    }
    return this;
  }

  /** Two answers. */
  Unexpected different(String wanted, String came) {
    byte[] expected = wanted.getBytes(ISO_8859_1);
    return came.isEmpty()
        ? dialogue.noLine(Optional.of(withoutEnd(expected)))
        : dialogue.different(expected, came.getBytes(ISO_8859_1));
  }

  /**
   * All that comes until the connection ends, or until the server has no more to say. After a line
   * nobody waits for long: there are servers that would go on for ever.
   */
  public String answer() {
    return answer(Optional.empty());
  }

  private String answer(Optional<byte[]> expected) {
    Arrival arrival = readAll(MORE, 1);
    if (wire.unread().length == 0) {
      throw dialogue.noLine(expected);
    }
    return new String(dialogue.takeAll(), ISO_8859_1);
  }

  /**
   * Expects a text of this form and nothing else. A line end may follow; the end of the stream will
   * do.
   *
   * @param text of that form, told where another came
   */
  public void receivesOnly(Pattern form, String text) {
    Arrival arrival = readAll();
    if (wire.unread().length == 0) {
      throw dialogue.noLine(Optional.of(text.getBytes(UTF_8)));
    }
    String first = withoutEnd(new String(wire.unread(), 0, wire.firstSize(), ISO_8859_1));
    if (!form.matcher(first).matches()) {
      throw different(text, withoutEnd(new String(dialogue.takeAll(), ISO_8859_1)));
    }
    dialogue.take(wire.firstSize());
    if (wire.unread().length > 0) {
      throw dialogue.unasked();
    }
  }

  private static String withoutEnd(String answer) {
    return answer.replaceFirst("\\r?\\n\\z", "");
  }

  /** Expects the numbers of this time, whatever stands between them and comes with them. */
  public void receivesAmongOthers(String time) {
    String came = answer(Optional.of(time.getBytes(UTF_8)));
    String alone = "(?<![0-9])" + time.replace(":", "[^0-9]+") + "(?![0-9])";
    if (!Pattern.compile(alone).matcher(Received.plain(came)).find()) {
      throw different(time, withoutEnd(came));
    }
  }

  /** Reads as long as something comes; returns what ended that. */
  private Arrival readAll() {
    return readAll(ANSWER, 1);
  }

  /** After each of so many lines, some time is left for what follows. */
  private Arrival readAll(Duration afterALine, int atMost) {
    Patience patience = dialogue.patienceForAnAnswer(ANSWER);
    int lines = wire.lines();
    Arrival arrival = dialogue.await(patience);
    while (arrival == Arrival.BYTES) {
      requireEnd(MAX_NOISE);
      if (lines < Math.min(wire.lines(), atMost)) {
        lines = wire.lines();
        patience = dialogue.patience(afterALine);
      }
      arrival = dialogue.await(patience);
    }
    return arrival;
  }

  /**
   * Expects that no answer to a word comes as long as the server has anything to do, unless it has
   * hung up on another client.
   */
  public TestClient isNotAnswered(String word, TestClient other) {
    Received answer = Received.word(word);
    Patience patience = dialogue.patience(SILENCE);
    Arrival arrival = Arrival.BYTES;
    while (arrival == Arrival.BYTES && !answer.isIn(wire.unread())) {
      arrival = dialogue.await(patience);
    }
    if (answer.isIn(wire.unread()) && !other.wire.isOver()) {
      throw dialogue.unasked();
    }
    dialogue.remark("hears.nothing");
    return this;
  }

  /**
   * Reads over all that comes, at least something, and expects the end of the connection soon after
   * it: in order, for a reset may take away what was sent before.
   */
  public TestClient readsToTheEnd() {
    Patience patience = dialogue.patienceForAnAnswer(ANSWER);
    Arrival arrival = dialogue.await(patience);
    if (arrival != Arrival.BYTES) {
      throw dialogue.noLine(Optional.empty());
    }
    while (arrival == Arrival.BYTES && patience.isLeftAfterBytes()) {
      requireEnd(MAX_NOISE);
      arrival = dialogue.await(dialogue.patience(SOON));
    }
    return seesTheEnd(arrival);
  }

  /**
   * Reads over all that still comes, and expects the end of the connection. A connection also ends
   * with its server's JVM; that is not what was expected.
   */
  public TestClient seesTheEnd() {
    return seesTheEnd(readAll());
  }

  private TestClient seesTheEnd(Arrival arrival) {
    if (wire.unread().length > 0) {
      dialogue.takeAll();
    }
    if (arrival == Arrival.NOTHING || arrival == Arrival.BYTES) {
      throw dialogue.fails(Symptom.OPEN);
    }
    if (!dialogue.hasServer()) {
      throw dialogue.fails(Symptom.END);
    }
    if (arrival == Arrival.RESET) {
      throw dialogue.fails(Symptom.BROKEN_OFF);
    }
    dialogue.note(Kind.ENDS, "sees.end");
    return this;
  }
}
