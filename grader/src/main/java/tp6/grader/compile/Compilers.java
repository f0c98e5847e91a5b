package tp6.grader.compile;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Some JVMs that compile. One that was lost over a source is replaced. */
public final class Compilers implements Closeable {
  private final String ownClassPath;
  private final Path classPath;
  private final String release;
  private final Function<List<String>, ProcessBuilder> process;
  private final Semaphore places;
  private final Set<CompilerJvm> started = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<CompilerJvm> idle = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService watch = Background.thread("compilers' watch");

  /**
   * Compilers that are started when they are first needed.
   *
   * @param most how many at the same time
   * @param ownClassPath where the grader's own classes are
   * @param classPath of the sources, beside the JDK
   * @param release of Java that the sources are written in
   * @param process how a command is made a process
   */
  public Compilers(
      int most,
      String ownClassPath,
      Path classPath,
      String release,
      Function<List<String>, ProcessBuilder> process) {
    this.process = process;
    this.places = new Semaphore(most, true);
    this.ownClassPath = ownClassPath;
    this.classPath = classPath;
    this.release = release;
  }

  /** Starts one already now. */
  public void startOne() throws IOException {
    idle.add(start());
  }

  /**
   * Waits for the one that was started.
   *
   * @throws IOException where a compiler cannot be started
   */
  public void awaitOne() throws IOException {
    idle.element().awaitReady();
  }

  /** The watch starts it: a sandbox ends with the thread that has started it. */
  private CompilerJvm start() throws IOException {
    try {
      CompilerJvm compiler =
          watch.submit(() -> new CompilerJvm(ownClassPath, watch, process)).get();
      started.add(compiler);
      return compiler;
    } catch (ExecutionException e) {
      throw new Failure("compiler.none", e, e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  /**
   * Compiles sources in a new folder.
   *
   * @param sources by path below the source root, with slashes
   * @param folder in which there will be {@code src} and {@code classes}
   * @throws IOException where it is not the sources' fault
   */
  public Compilation compile(Map<String, byte[]> sources, Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("src"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    for (Map.Entry<String, byte[]> source : sources.entrySet()) {
      Path file = root.resolve(source.getKey().replace("/", File.separator));
      Files.createDirectories(file.getParent());
      Files.write(file, source.getValue());
    }
    return compile(
        new CompilerMain.Request(
            classes, classPath.toString(), release, root, new ArrayList<>(sources.keySet())));
  }

  private Compilation compile(CompilerMain.Request request) throws IOException {
    places.acquireUninterruptibly();
    try {
      CompilerJvm compiler = idle.poll();
      if (compiler == null || !compiler.isAlive()) {
        compiler = start();
      }
      Compilation compilation = compiler.compile(request);
      if (compiler.isAlive() && !(compilation instanceof Compilation.GaveUp)) {
        idle.add(compiler);
      } else {
        compiler.close();
        started.remove(compiler);
      }
      return compilation;
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    // Those that are busy, too: they may be lost over a source, and nobody watches any more.
    started.forEach(CompilerJvm::close);
    watch.shutdownNow();
  }
}
