package tp6.grader.process;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.grader.process.Lost.Reason;

/**
 * A JVM of the grader's own that answers questions, each in bounded time, with {@link Answers}.
 * What it answers is data that nobody has looked at; where it answers anything else, or not in
 * time, it is ended.
 */
public final class Worker implements Closeable {
  /** In bytes: more than anybody would read. */
  private static final int MAX_ANSWER = 32 << 20;

  private static final int MOST_SILENT_SECONDS = 60;

  private final Failure.Name name;
  private final Process process;
  private final Deadline deadline;
  private final ScheduledExecutorService watch;
  private final DataOutputStream out;
  private final Thread reader;
  private final Map<Integer, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private volatile long pulses;
  private volatile Optional<Throwable> loss = Optional.empty();

  Worker(Failure.Name name, Process process, Deadline deadline, ScheduledExecutorService watch) {
    this.name = name;
    this.process = process;
    this.deadline = deadline;
    this.watch = watch;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.reader = new Thread(this::readAll, "answers of the " + name.key());
    reader.setDaemon(true);
    reader.start();
  }

  boolean isAlive() {
    return loss.isEmpty() && process.isAlive();
  }

  /**
   * Waits until it is ready.
   *
   * @throws Lost where it will never be; one that was killed says nothing of the next
   */
  void awaitReady() throws Lost {
    try {
      ready.join();
    } catch (CompletionException e) {
      String status = exitStatus();
      Lost lost = new Lost(Reason.OUTSIDE, status, "not.started", e, name, status);
      if (!Jvm.wasEndedByOthers(process)) {
        throw lost;
      }
    }
  }

  /** Asks, and waits for the answer; others may ask meanwhile. */
  public byte[] ask(byte[] question) throws Lost {
    return ask(question, deadline);
  }

  /** The same for a question that has a deadline of its own. */
  public byte[] ask(byte[] question, Deadline deadline) throws Lost {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    int mine = number.incrementAndGet();
    waiting.put(mine, answer);
    try (WorkLimit limit = new WorkLimit(process, deadline, this::close, watch)) {
      try {
        send(mine, question);
        // Whoever has read its last answer may not have seen us waiting.
        loss.ifPresent(answer::completeExceptionally);
        return await(answer);
      } catch (IOException | CompletionException e) {
        throw lost(limit, e);
      }
    }
  }

  /** Who says nothing at all is lost. By our own seconds: we may be the ones who stood still. */
  private byte[] await(CompletableFuture<byte[]> answer) throws IOException {
    long before = pulses;
    for (int silent = 0; silent < MOST_SILENT_SECONDS; silent++) {
      try {
        return answer.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        silent = pulses == before ? silent : 0;
        before = pulses;
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    close();
    throw new IOException("silent");
  }

  private synchronized void send(int mine, byte[] question) throws IOException {
    out.writeInt(mine);
    out.writeInt(question.length);
    out.write(question);
    out.flush();
  }

  private void readAll() {
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      ready.complete(in.readBoolean());
      while (true) {
        int which = in.readInt();
        pulses++;
        if (which == Answers.PULSE) {
          continue;
        }
        int length = in.readInt();
        if (length < 0 || length > MAX_ANSWER || !waiting.containsKey(which)) {
          throw new IOException("it answers what nobody has asked");
        }
        byte[] answer = in.readNBytes(length);
        if (answer.length < length) {
          throw new EOFException();
        }
        waiting.remove(which).complete(answer);
      }
    } catch (EOFException e) {
      lose(e);
    } catch (IOException | RuntimeException | Error e) {
      process.destroyForcibly();
      lose(e);
    }
  }

  private void lose(Throwable e) {
    loss = Optional.of(e);
    ready.completeExceptionally(e);
    waiting.values().forEach(one -> one.completeExceptionally(e));
  }

  private Lost lost(WorkLimit limit, Exception e) {
    String status = exitStatus();
    if (limit.isUsedUp()) {
      return new Lost(Reason.TOO_MUCH_WORK, status, "work", e, name);
    }
    if (limit.isForgotten()) {
      return new Lost(Reason.OUTSIDE, status, "no.time", e, name);
    }
    if (Jvm.wasInterrupted(process)) {
      return new Lost(Reason.OUTSIDE, status, "interrupted", e);
    }
    boolean wasReady = ready.isDone() && !ready.isCompletedExceptionally();
    return wasReady
        ? new Lost(Reason.ENDED, status, "ended", e, name, status)
        : new Lost(Reason.OUTSIDE, status, "not.started", e, name, status);
  }

  /** One that is never going to end does so now; of the others, the last words are read. */
  private String exitStatus() {
    try {
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      if (ended) {
        reader.join(TimeUnit.SECONDS.toMillis(2));
      }
      process.destroyForcibly();
      return ended ? Integer.toString(process.exitValue()) : "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  /** Whoever waits for an answer has none, whoever else still has a hold on its output. */
  @Override
  public void close() {
    process.destroyForcibly();
    lose(new IOException("closed"));
  }
}
