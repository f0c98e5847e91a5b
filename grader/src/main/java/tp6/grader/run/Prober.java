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
import java.util.concurrent.atomic.AtomicInteger;
import tp6.grader.compile.Failure;
import tp6.grader.compile.Jvm;
import tp6.grader.course.Course;
import tp6.grader.run.ProberMain.Answer;
import tp6.grader.run.ProberMain.Setting;

/** The grader's end of a JVM that runs stages on a network of its own. */
final class Prober implements Stager {
  /** Far more than the longest stories of an exercise. */
  private static final int MAX_ANSWER = 8 << 20;

  private final Process process;
  private final DataOutputStream out;
  private final Map<Integer, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private volatile Throwable loss;

  Prober(Process process, Setting setting) throws IOException {
    this.process = process;
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
        Jvm.command("-cp", System.getProperty("java.class.path"), ProberMain.class.getName());
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
        Answer answer = answer(in);
        CompletableFuture<Answer> asked = waiting.remove(which);
        if (asked == null) {
          throw new IOException("it answers what nobody has asked");
        }
        asked.complete(answer);
      }
    } catch (IOException | RuntimeException | Error e) {
      loss = e;
      process.destroyForcibly();
      waiting.values().forEach(one -> one.completeExceptionally(e));
    }
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
  public Attempt run(Course exercise, int seed, Path classes, Path folder)
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
      Answer answer = coming.join();
      if (answer.result().isPresent()) {
        return new Attempt(answer.result().get(), answer.isDoubtful());
      }
      throw new StageRun.Failed(answer.failure());
    } catch (CompletionException e) {
      throw new Failure("prober.lost", e, e.getCause());
    }
  }

  private synchronized void ask(int mine, Course exercise, int seed, Path classes, Path folder)
      throws IOException {
    out.writeInt(mine);
    out.writeUTF(exercise.name());
    out.writeInt(seed);
    out.writeUTF(classes.toString());
    out.writeUTF(folder.toString());
    out.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
