package tp6.grader.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tp6.grader.compile.Jvm;
import tp6.grader.course.Course;
import tp6.grader.run.ProberMain.Answer;
import tp6.grader.run.ProberMain.Setting;

/** The grader's end of a JVM that runs stages on a network of its own. */
final class Prober implements Stager {
  /** Far more than the longest stories of an exercise. */
  private static final int MAX_ANSWER = 8 << 20;

  /**
   * It says once a second that it is there. By our own seconds: we may be the ones who stood still.
   */
  private static final int MOST_SILENT_SECONDS = 30;

  /** Beyond the limit of an exercise, for the stage that is under way then. */
  private static final int LAST_STAGE_SECONDS = 600;

  private final Process process;
  private final long longest;
  private final DataOutputStream out;
  private final Map<Integer, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private volatile long pulses;
  private volatile Throwable loss;

  Prober(Process process, Setting setting) throws IOException {
    this.process = process;
    this.longest = setting.limit() + LAST_STAGE_SECONDS;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    out.writeUTF(ProberMain.MAPPER.writeValueAsString(setting));
    out.flush();
    Thread reader = new Thread(this::readAll, "answers of a prober");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts one. The thread that does so has to live as long as the prober. */
  static Prober start(Sandbox sandbox, Setting setting) throws IOException {
    List<String> java =
        Jvm.command(
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            System.getProperty("java.class.path"),
            ProberMain.class.getName());
    Process process =
        sandbox
            .builder(sandbox.around(java))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Prober(process, setting);
  }

  boolean isAlive() {
    return loss == null && process.isAlive();
  }

  private void readAll() {
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      while (true) {
        int which = in.readInt();
        pulses++;
        if (which == ProberMain.PULSE) {
          continue;
        }
        Answer answer = answer(in);
        CompletableFuture<Answer> asked = waiting.remove(which);
        if (asked == null) {
          throw new IOException("it answers what nobody has asked");
        }
        asked.complete(answer);
      }
    } catch (IOException | RuntimeException | Error e) {
      lose(e);
    }
  }

  private void lose(Throwable why) {
    loss = why;
    process.destroyForcibly();
    waiting.values().forEach(one -> one.completeExceptionally(why));
  }

  /** Waits for an answer, as long as there can be one. */
  private Answer await(CompletableFuture<Answer> coming) throws InterruptedException {
    long before = pulses;
    int silent = 0;
    for (long seconds = 0; !coming.isDone(); seconds++) {
      try {
        return coming.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        silent = pulses == before ? silent + 1 : 0;
        before = pulses;
      } catch (ExecutionException e) {
        break;
      }
      if (silent >= MOST_SILENT_SECONDS || seconds >= longest) {
        lose(new IOException("it was silent for " + Math.max(silent, seconds) + " s"));
      }
    }
    return coming.join();
  }

  private static Answer answer(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MAX_ANSWER) {
      throw new IOException("its answer has " + size + " bytes");
    }
    byte[] text = new byte[size];
    in.readFully(text);
    Answer answer = ProberMain.MAPPER.readValue(new String(text, UTF_8), Answer.class);
    if (answer == null) {
      throw new IOException("its answer is null");
    }
    return answer;
  }

  @Override
  public Attempt run(Course exercise, String seed, Path classes, Path folder)
      throws IOException, StageRun.Failed {
    CompletableFuture<Answer> coming = new CompletableFuture<>();
    int mine = number.incrementAndGet();
    waiting.put(mine, coming);
    ask(mine, exercise, seed, classes, folder);
    if (!isAlive()) {
      // Whoever has read its last answer may not have seen us waiting.
      coming.completeExceptionally(loss == null ? new IOException("it has ended") : loss);
    }
    try {
      Answer answer = await(coming);
      if (answer.result().isPresent()) {
        return new Attempt(answer.result().get(), answer.isDoubtful());
      }
      throw new StageRun.Failed(answer.failure());
    } catch (CompletionException e) {
      throw new IOException("the prober was lost: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      waiting.remove(mine);
    }
  }

  private synchronized void ask(int mine, Course exercise, String seed, Path classes, Path folder)
      throws IOException {
    out.writeInt(mine);
    out.writeUTF(exercise.name());
    out.writeUTF(seed);
    out.writeUTF(classes.toString());
    out.writeUTF(folder.toString());
    out.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
