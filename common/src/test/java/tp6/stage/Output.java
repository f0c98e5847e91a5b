package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Drains what a child prints, so that it never blocks, and keeps the end of it. */
final class Output {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Thread drain;
  private final Printed printed = new Printed();
  private String mark = "";

  Output(InputStream in) {
    drain = new Thread(() -> drain(in), "output of the student's program");
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(InputStream in) {
    char[] piece = new char[8192];
    try (Reader reader = new InputStreamReader(in, UTF_8)) {
      for (int size = reader.read(piece); size >= 0; size = reader.read(piece)) {
        keep(piece, size);
      }
    } catch (IOException e) {
      // The child was killed: there is no more.
    }
  }

  private synchronized void keep(char[] piece, int size) {
    for (int i = 0; i < size; i++) {
      printed.add(piece[i]);
    }
    if (!mark.isEmpty() && printed.forgetUntil(mark)) {
      mark = "";
      notifyAll();
    }
  }

  /** Forgets what has arrived so far. */
  synchronized void forget() {
    printed.forget();
  }

  /**
   * Forgets what was printed so far, also what is still on its way: nobody should be told what a
   * server has said because the test has closed it.
   *
   * @param host lets the child print this line, and an end of line before it
   */
  void forget(Consumer<String> host) throws InterruptedException {
    String line = Long.toHexString(new SplittableRandom().nextLong());
    synchronized (this) {
      mark = line;
    }
    host.accept(line);
    synchronized (this) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (long left = PATIENCE.toMillis(); !mark.isEmpty() && left > 0; ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
      mark = "";
      printed.forget();
    }
  }

  /** The last lines, made visible; of a program that has ended, all that was on its way. */
  List<String> lastLines(boolean ended) throws InterruptedException {
    if (ended) {
      drain.join(PATIENCE.toMillis());
    }
    synchronized (this) {
      return printed.lastLines();
    }
  }
}
