package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Stands in for the terminal, and remembers the beginning of what it was shown. */
final class Display extends OutputStream {
  private static final int CAPACITY = 12_000;

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private final PrintStream here = new PrintStream(this, true, UTF_8);
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Override
  public synchronized void write(int b) {
    if (shown.size() < CAPACITY) {
      shown.write(b);
    }
  }

  synchronized String text() {
    return shown.toString(UTF_8);
  }

  /**
   * Plays an act with both standard streams shown here, and its failure as the given {@code main}
   * shows it: the message of an {@code IOException}, the stack trace of anything else.
   */
  void during(Act act) throws Throwable {
    clear();
    System.setOut(here);
    System.setErr(here);
    try {
      act.play();
    } catch (IOException e) {
      here.println(e.getMessage());
    } catch (Throwable e) {
      here.print("Exception in thread \"main\" ");
      e.printStackTrace(here);
      throw e;
    } finally {
      giveBack();
    }
  }

  private synchronized void clear() {
    shown.reset();
  }

  /** Gives the terminal back to the JVM. */
  static void giveBack() {
    System.setOut(OUT);
    System.setErr(ERR);
  }
}
