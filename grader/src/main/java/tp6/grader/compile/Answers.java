package tp6.grader.compile;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/** The other end of a {@link Worker}: questions on standard input, answers on standard output. */
public final class Answers {
  private Answers() {}

  /** Answers each question, and ends the JVM when nobody asks any more. */
  public static void with(UnaryOperator<byte[]> answer) throws IOException, InterruptedException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    System.setOut(new PrintStream(System.err));
    BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readAll(new DataInputStream(System.in), questions), "reader");
    reader.setDaemon(true);
    reader.start();
    out.writeBoolean(true);
    out.flush();
    while (true) {
      byte[] next = answer.apply(questions.take());
      out.writeInt(next.length);
      out.write(next);
      out.flush();
    }
  }

  /** Apart from the answering, so that the end of the grader ends a JVM that is busy, too. */
  private static void readAll(DataInputStream in, BlockingQueue<byte[]> questions) {
    try {
      while (true) {
        questions.add(in.readNBytes(in.readInt()));
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }
}
