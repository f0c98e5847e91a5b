package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a client has sent and heard so far: lines, the latest first, as many as may matter. */
final class Said {
  private static final int KEPT = 50;
  private static final int LONGEST = 4_096;

  private final Deque<String> sent = new ArrayDeque<>();
  private final Deque<String> heard = new ArrayDeque<>();
  private ByteArrayOutputStream sending = new ByteArrayOutputStream();
  private ByteArrayOutputStream hearing = new ByteArrayOutputStream();

  void sends(byte[] bytes) {
    sending = lines(bytes, sending, sent);
  }

  void hears(byte[] bytes) {
    hearing = lines(bytes, hearing, heard);
  }

  /** Adds the lines that end in some bytes, and returns what has no end yet. */
  private static ByteArrayOutputStream lines(
      byte[] bytes, ByteArrayOutputStream begun, Deque<String> lines) {
    ByteArrayOutputStream line = begun;
    for (byte one : bytes) {
      if (one == '\n') {
        lines.addFirst(line.toString(UTF_8).replaceAll("\r$", ""));
        line = new ByteArrayOutputStream();
      } else if (line.size() < LONGEST) {
        line.write(one);
      }
    }
    while (lines.size() > KEPT) {
      lines.removeLast();
    }
    return line;
  }

  List<String> sent() {
    return List.copyOf(sent);
  }

  /**
   * What this client knows of a failure.
   *
   * @param expected all that was expected, be it several lines; nothing where any would have done
   * @param came all that came in its place
   * @param others what other clients have sent
   */
  Evidence.Talk talk(Optional<byte[]> expected, byte[] came, List<String> others) {
    int start = expected.map(wanted -> sameLines(wanted, came)).orElse(0);
    int end = lineEnd(came, start);
    byte[] after = end < came.length ? Arrays.copyOfRange(came, end + 1, came.length) : new byte[0];
    return new Evidence.Talk(
        expected.map(wanted -> line(wanted, start)),
        line(came, start),
        after,
        sent(),
        sending.toString(UTF_8),
        List.copyOf(heard),
        others);
  }

  /** Where the first line begins that differs. */
  private static int sameLines(byte[] wanted, byte[] came) {
    int same = Arrays.mismatch(wanted, came);
    int start = same < 0 ? Math.min(wanted.length, came.length) : same;
    while (start > 0 && wanted[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static byte[] line(byte[] text, int start) {
    int from = Math.min(start, text.length);
    int end = lineEnd(text, from);
    boolean crlf = end > from && text[end - 1] == '\r';
    return Arrays.copyOfRange(text, from, crlf ? end - 1 : end);
  }

  private static int lineEnd(byte[] text, int from) {
    int end = Math.min(from, text.length);
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }
}
