package tp6.stage.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Drains what a child prints, so that it never blocks, and keeps the end of it. */
public final class Output {
  private static final int KEPT = 16_000;

  /** A mark that does not come is a mistake of ours, or a computer's that has no time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Duration patience;
  private final Thread drain;
  private final StringBuilder tail = new StringBuilder();
  private final Printed printed = new Printed();
  private String mark = "";
  private Optional<String> marked = Optional.empty();
  private boolean ended;
  private volatile long pieces;

  public Output(InputStream in) {
    this(in, PATIENCE);
  }

  public Output(InputStream in, Duration patience) {
    this.patience = patience;
    drain = new Thread(() -> drain(in), "output of the student's program");
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(InputStream in) {
    char[] piece = new char[8192];
    try (Reader reader = new InputStreamReader(in, UTF_8)) {
      for (int size = reader.read(piece); size >= 0; size = reader.read(piece)) {
        pieces++;
        keep(piece, size);
      }
    } catch (IOException e) {
      // The child was killed: there is no more.
    } finally {
      end();
    }
  }

  private synchronized void keep(char[] piece, int size) {
    tail.append(piece, 0, size);
    for (int i = 0; i < size; i++) {
      printed.add(piece[i]);
    }
    cutAtTheMark();
    tail.delete(0, Math.max(0, tail.length() - KEPT));
    notifyAll();
  }

  /** What follows the mark is something new. */
  private void cutAtTheMark() {
    int end = mark.isEmpty() ? -1 : tail.indexOf(mark);
    if (end >= 0) {
      marked = Optional.of(tail.substring(0, end));
      tail.delete(0, end + mark.length());
      mark = "";
      printed.forget();
      tail.chars().forEach(c -> printed.add((char) c));
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** How often something has arrived. */
  long pieces() {
    return pieces;
  }

  /** Forgets what has arrived so far. */
  synchronized void forget() {
    tail.setLength(0);
    printed.forget();
  }

  /** Draws a mark, which the child is to print itself when something is over. */
  synchronized String drawMark() {
    marked = Optional.empty();
    mark = Long.toHexString(new SplittableRandom().nextLong());
    return mark;
  }

  /** Takes what was printed before the mark. Where the child ends without it, that is all. */
  synchronized String upToTheMark() {
    awaits(() -> marked.isPresent());
    mark = "";
    return marked.orElseGet(this::takeAll);
  }

  /** Whether something has arrived that nobody has taken. */
  synchronized boolean hasMore() {
    return !tail.toString().isBlank();
  }

  /** Takes all that a child that has ended has printed. */
  synchronized String rest() {
    awaits(() -> false);
    return marked.orElse("") + takeAll();
  }

  private String takeAll() {
    String all = tail.toString();
    forget();
    return all;
  }

  private void awaits(BooleanSupplier enough) {
    Deadline deadline = Deadline.in(patience);
    try {
      while (!enough.getAsBoolean() && !ended && !deadline.hasPassed()) {
        wait(deadline.millisLeft(1000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines, made visible; of a program that has ended, all that was on its way. */
  public List<String> lastLines(boolean childHasEnded) throws InterruptedException {
    if (childHasEnded) {
      drain.join(500);
    }
    synchronized (this) {
      return printed.lastLines();
    }
  }
}
