package tp6.grader.run;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tp6.grader.process.Deadline;
import tp6.grader.process.Jvm;
import tp6.grader.process.WorkLimit;
import tp6.grader.submission.IntakeMain;
import tp6.grader.submission.IntakeMain.Answer;
import tp6.grader.submission.IntakeMain.Request;
import tp6.grader.submission.IntakeMain.Task;
import tp6.grader.submission.Refused;

/**
 * The grader's end of a JVM that reads hand-ins, each at a bounded price.
 *
 * @param folders what it sees beside the grader itself
 */
record Reader(Process process, Set<Path> folders) implements Closeable {
  private static final int MEGABYTES = 128;
  private static final int SECONDS = 5;
  private static final int SECONDS_FOR_A_CLASS = 120;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int OUT_OF_MEMORY = 3;

  /** Two megabytes of sources, in base 64, and notes. */
  private static final int MAX_ANSWER = 8 << 20;

  /** How such a JVM is started. */
  static List<String> command(String classPath, Path work) {
    return Jvm.command(
        "-Xmx" + MEGABYTES + "m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.io.tmpdir=" + work,
        "-cp",
        classPath,
        IntakeMain.class.getName());
  }

  /**
   * Asks, and waits for the answer; where there is none, it has ended.
   *
   * @throws Refused where an answer would cost too much
   * @throws IOException where something else is the reason that there is none
   */
  Answer ask(Request request, ScheduledExecutorService watch) throws IOException {
    int seconds = request.task() == Task.UNPACK ? SECONDS_FOR_A_CLASS : SECONDS;
    Deadline deadline = new Deadline(Optional.of(Duration.ofSeconds(seconds)), LONGEST);
    try (WorkLimit limit = new WorkLimit(process, deadline, this::close, watch)) {
      try {
        byte[] bytes = IntakeMain.MAPPER.writeValueAsBytes(request);
        DataOutputStream out = new DataOutputStream(process.getOutputStream());
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
        DataInputStream in = new DataInputStream(process.getInputStream());
        byte[] answer = new byte[Math.min(MAX_ANSWER, Math.max(0, in.readInt()))];
        in.readFully(answer);
        return IntakeMain.MAPPER.readValue(answer, Answer.class);
      } catch (IOException | JacksonException e) {
        throw lost(limit, seconds, e);
      }
    }
  }

  private IOException lost(WorkLimit limit, int seconds, Exception cause) {
    String status = exitStatus();
    if (limit.isUsedUp()) {
      return new Refused("takes more than " + seconds + " s to read: hand in less");
    }
    if (status.equals(Integer.toString(OUT_OF_MEMORY))) {
      return new Refused("takes more than " + MEGABYTES + " MB of memory to read: hand in less");
    }
    return new IOException(
        limit.isForgotten()
            ? "this computer had no time to read it"
            : "its reader ended without an answer, exit status " + status,
        cause);
  }

  private String exitStatus() {
    try {
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      close();
      return ended ? Integer.toString(process.exitValue()) : "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
