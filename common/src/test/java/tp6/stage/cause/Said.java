package tp6.stage.cause;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client has sent and heard so far: lines, the latest first, as many as may matter. */
public final class Said {
  private static final int KEPT = 50;
  private static final int LONGEST = 4_096;

  private final Deque<String> sent = new ArrayDeque<>();
  private final Deque<String> heard = new ArrayDeque<>();
  private byte[] now = {};
  private ByteArrayOutputStream sending = new ByteArrayOutputStream();
  private ByteArrayOutputStream hearing = new ByteArrayOutputStream();

  public void sends(byte[] bytes) {
    sending = lines(bytes, sending, sent);
  }

  /** What is heard now is no part yet of what was heard before. */
  public void hears(byte[] bytes) {
    hearing = lines(now, hearing, heard);
    now = bytes;
  }

  /** Adds the lines that end in some bytes, and returns what has no end yet. */
  private static ByteArrayOutputStream lines(
      byte[] bytes, ByteArrayOutputStream begun, Deque<String> lines) {
    ByteArrayOutputStream line = begun;
    int from = 0;
    while (from < bytes.length) {
      int end = lineEnd(bytes, from);
      line.write(bytes, from, Math.min(end - from, LONGEST - line.size()));
      if (end < bytes.length) {
        lines.addFirst(line.toString(UTF_8).replaceAll("\r$", ""));
        line = new ByteArrayOutputStream();
      }
      from = end + 1;
    }
    while (lines.size() > KEPT) {
      lines.removeLast();
    }
    return line;
  }

  public List<String> sent() {
    return List.copyOf(sent);
  }

  /** With the line that has no end yet. */
  public List<String> sentSoFar() {
    Stream<String> begun = Stream.of(sending.toString(UTF_8)).filter(text -> !text.isEmpty());
    return Stream.concat(sent.stream(), begun).toList();
  }

  /** With the line of which the end was not taken yet, and those that were right. */
  private List<String> heard(byte[] came, int right) {
    Deque<String> all = new ArrayDeque<>(heard);
    if (hearing.size() > 0) {
      all.addFirst(hearing.toString(UTF_8));
    }
    new String(came, 0, Math.min(right, came.length), UTF_8).lines().forEach(all::addFirst);
    return List.copyOf(all);
  }

  /**
   * What this client knows of a failure.
   *
   * @param expected all that was expected, be it several lines; nothing where any would have done
   * @param came all that came in its place
   * @param others what other clients have sent
   * @param elsewhere whether another client has the answer
   * @param stood where the program stood when this client finished sending without an answer
   */
  public Evidence.Talk talk(
      Optional<byte[]> expected,
      byte[] came,
      List<String> others,
      List<String> stood,
      boolean elsewhere) {
    if (came.length == 0) {
      hears(came);
    }
    int start = expected.map(wanted -> sameLines(wanted, came)).orElse(0);
    int end = lineEnd(came, start);
    byte[] after = end < came.length ? Arrays.copyOfRange(came, end + 1, came.length) : new byte[0];
    return new Evidence.Talk(
        expected.map(wanted -> line(wanted, start)),
        line(came, start),
        after,
        sent(),
        sending.toString(UTF_8),
        heard(came, start),
        others,
        stood,
        elsewhere);
  }

  /** Where the first line begins that differs: after all that was wanted, where more came. */
  private static int sameLines(byte[] wanted, byte[] came) {
    int same = Arrays.mismatch(wanted, came);
    int start = same < 0 ? Math.min(wanted.length, came.length) : same;
    int end = lineEnd(came, start);
    if (same == wanted.length && end < came.length && end - start <= 1) {
      return end + 1;
    }
    while (start > 0 && wanted[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static byte[] line(byte[] text, int start) {
    int from = Math.min(start, text.length);
    int end = lineEnd(text, from);
    boolean crlf = end > from && end < text.length && text[end - 1] == '\r';
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
