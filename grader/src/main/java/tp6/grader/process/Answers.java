package tp6.grader.process;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The other end of a {@link Worker}: questions on standard input, answers on standard output. */
public final class Answers {
  /** What it says once a second in place of the number of a question: it is there. */
  static final int PULSE = 0;

  private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));

  private Answers() {}

  /**
   * Answers questions until nobody asks any more.
   *
   * @param threads of daemons, so that the end of the grader ends what is busy, too
   */
  public static void with(UnaryOperator<byte[]> answer, Executor threads) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    Answers answers = new Answers();
    System.setOut(new PrintStream(System.err));
    answers.out.writeBoolean(true);
    answers.out.flush();
    Background.thread("pulse").scheduleAtFixedRate(answers::pulse, 1, 1, TimeUnit.SECONDS);
    try {
      while (true) {
        int number = in.readInt();
        byte[] question = in.readNBytes(in.readInt());
        threads.execute(() -> answers.give(number, question, answer));
      }
    } catch (EOFException e) {
      return;
    }
  }

  private synchronized void pulse() {
    try {
      out.writeInt(PULSE);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JVM that cannot answer has no other way to say so than to end. */
  private void give(int number, byte[] question, UnaryOperator<byte[]> answer) {
    try {
      byte[] given = answer.apply(question);
      synchronized (this) {
        out.writeInt(number);
        out.writeInt(given.length);
        out.write(given);
        out.flush();
      }
    } catch (IOException | RuntimeException | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
