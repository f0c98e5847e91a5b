package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import tp6.stage.Event.Kind;
import tp6.stage.cause.Said;
import tp6.stage.link.Wire;
import tp6.stage.text.Visible;
import tp6.stage.text.Words;

/** What a client sends, and takes of what has come: all of it is noted for the story. */
final class Exchange {
  /** What is sent while nobody reads might fill all buffers, and those of the server, too. */
  private static final int AT_ONCE = 16_384;

  private final String name;
  private final Transcript transcript;
  private final Words words;
  private final Wire wire = new Wire();
  private final Said said = new Said();
  private int told;

  /** With a client of that name, which is not connected yet. */
  Exchange(String name, Transcript transcript, Words words) {
    this.name = name;
    this.transcript = transcript;
    this.words = words;
  }

  String name() {
    return name;
  }

  Words words() {
    return words;
  }

  Wire wire() {
    return wire;
  }

  Said said() {
    return said;
  }

  /** Whether a text has arrived, which nobody has taken yet. */
  boolean hasHeard(String text) {
    return wire.isConnected() && new String(wire.look(), UTF_8).contains(text);
  }

  void send(byte[] bytes) throws IOException {
    transcript.note(
        Kind.SENDS,
        name,
        words.say("server"),
        () -> Visible.quote(bytes),
        text -> words.say("step.sends", text));
    said.sends(bytes);
    wire.send(bytes, bytes.length > AT_ONCE);
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

  /** Notes that the client waits. */
  void waits() {
    transcript.waits(name);
  }

  /** Notes what is wrong. */
  void fails(String what) {
    transcript.note(Kind.FAILS, name, what);
  }
}
