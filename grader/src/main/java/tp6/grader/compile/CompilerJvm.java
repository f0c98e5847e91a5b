package tp6.grader.compile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tp6.grader.compile.Compilation.Compiled;
import tp6.grader.compile.Compilation.DidNotCompile;
import tp6.grader.compile.Compilation.GaveUp;
import tp6.stage.Launch;

/** The grader's end of a JVM that compiles: one request at a time, each in bounded time. */
final class CompilerJvm implements Closeable {
  /** Of a processor's time: a compiler that has to wait for a processor is not lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** By the clock on the wall: after that it is the computer that is lost. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ScheduledExecutorService watch;
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private boolean isReady;

  CompilerJvm(
      String classPath,
      ScheduledExecutorService watch,
      Function<List<String>, ProcessBuilder> builder)
      throws IOException {
    this.watch = watch;
    List<String> command = Jvm.command("-Xmx256m", "-cp", classPath, CompilerMain.class.getName());
    process =
        Launch.withoutEnvironment(builder.apply(command))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(process.getInputStream());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until it is ready.
   *
   * @throws IOException where it will never be; one that was killed says nothing of the next
   */
  void awaitReady() throws IOException {
    try {
      isReady = in.readBoolean();
    } catch (IOException e) {
      String status = exitStatus();
      if (!Jvm.wasEndedByOthers(process)) {
        throw new IOException("exit status " + status, e);
      }
    }
  }

  /**
   * Compiles.
   *
   * @throws IOException where it is not the sources' fault that there is no answer
   */
  Compilation compile(CompilerMain.Request request) throws IOException {
    try (WorkLimit limit = new WorkLimit(process, PATIENCE, LONGEST, watch)) {
      try {
        send(request);
        return receive(request.output());
      } catch (UTFDataFormatException e) {
        process.destroyForcibly();
        throw new Failure("compiler.unreadable", e);
      } catch (IOException e) {
        return explain(limit, e);
      }
    }
  }

  /** A compiler that is lost over some sources says so, or works until it is ended for it. */
  private Compilation explain(WorkLimit limit, IOException e) throws IOException {
    String status = exitStatus();
    if (limit.isUsedUp()) {
      return new GaveUp();
    }
    if (limit.isForgotten()) {
      throw new Failure("compiler.no.time", e);
    }
    if (Jvm.wasInterrupted(process)) {
      throw new Failure("interrupted", e);
    }
    throw new Failure(isReady ? "compiler.ended" : "compiler.not.started", e, status);
  }

  /** One that is never going to end does so now. */
  private String exitStatus() {
    try {
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended ? Integer.toString(process.exitValue()) : "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  private void send(CompilerMain.Request request) throws IOException {
    out.writeUTF(request.output().toString());
    out.writeUTF(request.classPath());
    out.writeUTF(request.release());
    out.writeUTF(request.root().toString());
    out.writeInt(request.files().size());
    for (String file : request.files()) {
      out.writeUTF(file);
    }
    out.flush();
  }

  private Compilation receive(Path classes) throws IOException {
    if (!isReady) {
      isReady = in.readBoolean();
    }
    boolean compiled = in.readBoolean();
    List<Diagnostic> errors = new ArrayList<>();
    int size = in.readInt();
    if (size > CompilerMain.MAX_ERRORS) {
      throw new UTFDataFormatException(size + " errors");
    }
    for (int i = size; i > 0; i--) {
      errors.add(
          new Diagnostic(in.readUTF(), in.readLong(), in.readLong(), in.readUTF(), in.readUTF()));
    }
    if (compiled) {
      return new Compiled(classes);
    }
    return errors.isEmpty() ? new GaveUp() : new DidNotCompile(errors);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
