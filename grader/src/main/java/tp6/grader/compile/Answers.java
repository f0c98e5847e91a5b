package tp6.grader.compile;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The other end of a {@link Worker}: questions on standard input, answers on standard output. */
public final class Answers {
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
