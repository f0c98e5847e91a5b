package tp6.stage.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * The terminal of a program that is called. In a JVM of its own that is the JVM's output, whichever
 * way the program takes to it; in that of the tests its beginning is kept here.
 */
public final class Display extends OutputStream {
  private static final int CAPACITY = 12_000;

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private final boolean inOwnJvm;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private PrintStream out;
  private PrintStream err;
  private volatile String said = "";

  Display(boolean inOwnJvm) {
    this.inOwnJvm = inOwnJvm;
    renew();
  }

  /** Opens the terminal anew: the program before may have closed it. */
  void renew() {
    out = stream(FileDescriptor.out);
    err = stream(FileDescriptor.err);
  }

  private PrintStream stream(FileDescriptor descriptor) {
    OutputStream sink = inOwnJvm ? new Unclosed(new FileOutputStream(descriptor)) : this;
    return new PrintStream(sink, true, UTF_8);
  }

  /** Stays open for others when the stream over it is closed. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  @Override
  public synchronized void write(int b) {
    if (kept.size() < CAPACITY) {
      kept.write(b);
    }
  }

  /**
   * What was shown during a call, as words for the test: what the given {@code main} has said, what
   * was kept here, and whether the JVM's output is still open.
   */
  synchronized List<String> words() {
    return List.of(said, kept.toString(UTF_8), OUT.checkError() ? "closed" : "open");
  }

  /** Writes a mark after all that was shown so far. */
  void end(String mark) {
    if (inOwnJvm) {
      OUT.print(mark);
      if (OUT.checkError()) {
        // It goes the same way.
        ERR.print(mark);
        ERR.flush();
      }
    }
  }

  /**
   * Plays an act with both standard streams shown here, and keeps what the given {@code main} would
   * say of its failure: the message of an {@code IOException}, the stack trace of anything else. A
   * mark ends what it shows: other threads may go on.
   */
  void during(Act act, String mark) throws Throwable {
    clear();
    System.setOut(out);
    System.setErr(err);
    try {
      act.play();
    } catch (IOException e) {
      said = String.valueOf(e.getMessage());
    } catch (Throwable e) {
      said = trace(e);
      throw e;
    } finally {
      end(mark);
      giveBack();
    }
  }

  private synchronized void clear() {
    kept.reset();
    said = "";
  }

  private static String trace(Throwable thrown) {
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    try (PrintStream lines = new PrintStream(trace, true, UTF_8)) {
      lines.print("Exception in thread \"main\" ");
      thrown.printStackTrace(lines);
    }
    String text = trace.toString(UTF_8);
    return text.substring(0, Math.min(text.length(), CAPACITY));
  }

  /** Gives the terminal back to the JVM. */
  public static void giveBack() {
    System.setOut(OUT);
    System.setErr(ERR);
  }
}
