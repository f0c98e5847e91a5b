package tp6.grader.compile;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import tp6.grader.compile.Compilation.Compiled;
import tp6.grader.compile.Compilation.DidNotCompile;
import tp6.grader.compile.Compilation.GaveUp;

/** The grader's end of a JVM that compiles: one request at a time, each in bounded time. */
final class CompilerJvm implements Closeable {
  /** Of a processor's time: a compiler that has to wait for a processor is not lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** By the clock. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final ScheduledExecutorService watch;
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;

  CompilerJvm(
      String classPath,
      ScheduledExecutorService watch,
      Function<List<String>, ProcessBuilder> builder)
      throws IOException {
    this.watch = watch;
    List<String> command = Jvm.command("-Xmx256m", "-cp", classPath, CompilerMain.class.getName());
    ProcessBuilder starting = builder.apply(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    starting.environment().keySet().retainAll(Set.of("SystemRoot"));
    process = starting.start();
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(process.getInputStream());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Compiles.
   *
   * @throws IOException where somebody has ended the compiler from outside
   */
  Compilation compile(CompilerMain.Request request) throws IOException {
    ScheduledFuture<?> alarm = watch.scheduleAtFixedRate(new Look(), 1, 1, TimeUnit.SECONDS);
    try {
      send(request);
      return receive(request.output());
    } catch (IOException e) {
      if (wasInterrupted()) {
        throw new IOException("interrupted", e);
      }
      return new GaveUp();
    } finally {
      alarm.cancel(false);
    }
  }

  /** Ends the compiler where it is lost; whatever passed before the first look was work. */
  private final class Look implements Runnable {
    private final long start = System.nanoTime();
    private Duration before;

    @Override
    public void run() {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      Optional<Duration> now = processorTime();
      if (before == null) {
        before = now.orElse(elapsed).minus(elapsed);
      }
      Duration worked = now.orElse(elapsed).minus(before);
      if (worked.compareTo(PATIENCE) >= 0 || elapsed.compareTo(LONGEST) >= 0) {
        process.destroyForcibly();
      }
    }
  }

  /** In a sandbox it is a descendant of the process that works. */
  private Optional<Duration> processorTime() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(one -> one.info().totalCpuDuration().stream())
        .reduce(Duration::plus);
  }

  /** Whether it has ended as programs do on Ctrl-C, or when the computer is shut down. */
  private boolean wasInterrupted() {
    try {
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && Jvm.wasInterrupted(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
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
    boolean compiled = in.readBoolean();
    List<Diagnostic> errors = new ArrayList<>();
    int size = in.readInt();
    if (size > CompilerMain.MAX_ERRORS) {
      throw new IOException("it tells of " + size + " errors");
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
