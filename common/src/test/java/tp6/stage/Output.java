package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Drains what a child prints, so that it never blocks, and keeps the end of it. */
final class Output {
  private static final int KEPT = 16_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LINES = 5;
  private static final Pattern NOT_THE_STUDENTS =
      Pattern.compile("\\s+(at (tp6\\.stage\\.|java\\.base/).*|\\.\\.\\. \\d+ more)");

  private final Thread drain;
  private final StringBuilder tail = new StringBuilder();
  private boolean ended;

  Output(InputStream in) {
    drain = new Thread(() -> drain(in), "output of the student's program");
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(InputStream in) {
    char[] piece = new char[8192];
    try (Reader reader = new InputStreamReader(in, UTF_8)) {
      for (int size = reader.read(piece); size >= 0; size = reader.read(piece)) {
        keep(new String(piece, 0, size));
      }
    } catch (IOException e) {
      // The child was killed: there is no more.
    } finally {
      end();
    }
  }

  private synchronized void keep(String text) {
    tail.append(text);
    tail.delete(0, Math.max(0, tail.length() - KEPT));
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Forgets what was printed so far. */
  synchronized void forget() {
    tail.setLength(0);
  }

  /**
   * Takes what was printed, up to a mark that the child has printed itself and that is left out.
   * Where the child ends without it, that is all.
   */
  synchronized String upTo(String mark) {
    awaits(() -> tail.indexOf(mark) >= 0);
    int end = tail.indexOf(mark);
    String text = tail.substring(0, end < 0 ? tail.length() : end);
    tail.delete(0, end < 0 ? tail.length() : end + mark.length());
    return text;
  }

  /** Takes all that a child that has ended has printed. */
  synchronized String rest() {
    awaits(() -> false);
    String rest = tail.toString();
    forget();
    return rest;
  }

  private void awaits(BooleanSupplier enough) {
    Deadline deadline = Deadline.in(PATIENCE);
    try {
      while (!enough.getAsBoolean() && !ended && !deadline.hasPassed()) {
        wait(deadline.millisLeft(1000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines, made visible; of a program that has ended, all that was on its way. */
  List<String> lastLines(boolean ended) throws InterruptedException {
    if (ended) {
      drain.join(500);
    }
    synchronized (this) {
      List<String> lines =
          tail.toString()
              .lines()
              .filter(line -> !NOT_THE_STUDENTS.matcher(line).matches())
              .map(line -> Visible.line(line.replace("\t", "    ")))
              .toList();
      return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
  }
}
