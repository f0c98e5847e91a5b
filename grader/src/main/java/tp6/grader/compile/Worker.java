package tp6.grader.compile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * A JVM that answers questions with {@link Answers}, one at a time and each in bounded time,
 * started when it is first needed. Where it is lost over one, the next has a new one.
 */
public final class Worker implements Closeable {
  /** Of a processor's time. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** In bytes: more than anybody would read. */
  private static final int MAX_ANSWER = 32 << 20;

  private final List<String> command;
  private final Function<List<String>, ProcessBuilder> builder;
  private final ScheduledExecutorService watch = Background.thread("watch over a worker");
  private Optional<Process> process = Optional.empty();
  private DataOutputStream out;
  private DataInputStream in;

  /**
   * Starts nothing yet.
   *
   * @param command of the JVM
   * @param builder how a command is made a process
   */
  public Worker(List<String> command, Function<List<String>, ProcessBuilder> builder) {
    this.command = List.copyOf(command);
    this.builder = builder;
  }

  /**
   * Asks.
   *
   * @return the answer; empty where the JVM was lost over the question
   * @throws IOException where that is not the question's fault
   */
  public synchronized Optional<byte[]> ask(byte[] question) throws IOException {
    if (process.isEmpty()) {
      start();
    }
    Process asked = process.get();
    try (WorkLimit limit = new WorkLimit(asked, PATIENCE, LONGEST, watch)) {
      try {
        return Optional.of(answer(question));
      } catch (IOException e) {
        asked.destroyForcibly();
        process = Optional.empty();
        if (limit.isForgotten()) {
          throw new IOException("this computer had no time to read the sources", e);
        }
        if (Jvm.wasInterrupted(asked)) {
          throw new IOException("interrupted", e);
        }
        return Optional.empty();
      }
    }
  }

  private byte[] answer(byte[] question) throws IOException {
    out.writeInt(question.length);
    out.write(question);
    out.flush();
    int length = in.readInt();
    if (length < 0 || length > MAX_ANSWER) {
      throw new EOFException("an answer of " + length + " bytes");
    }
    byte[] answer = in.readNBytes(length);
    if (answer.length < length) {
      throw new EOFException("half an answer");
    }
    return answer;
  }

  /** The watch starts it: a sandbox ends with the thread that has started it. */
  private void start() throws IOException {
    ProcessBuilder starting = builder.apply(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    starting.environment().keySet().retainAll(Set.of("SystemRoot"));
    try {
      Process started = watch.submit(starting::start).get();
      process = Optional.of(started);
      out = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
      in = new DataInputStream(started.getInputStream());
      in.readBoolean();
    } catch (ExecutionException | EOFException e) {
      close();
      throw new IOException(
          "the JVM that reads sources cannot be started: see grader doctor, or add --isolation"
              + " process",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Waits for its end: until then it holds its files. */
  @Override
  public void close() {
    process.ifPresent(jvm -> jvm.destroyForcibly().onExit().join());
    watch.shutdownNow();
  }
}
