package tp6.grader.run;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Background;
import tp6.grader.process.Folders;
import tp6.grader.sandbox.Sandbox;
import tp6.grader.submission.IntakeMain.Answer;
import tp6.grader.submission.IntakeMain.Request;
import tp6.grader.submission.IntakeMain.Task;
import tp6.grader.submission.Refused;
import tp6.grader.submission.Submission;
import tp6.stage.Launch;

/**
 * Reads what was handed in, in JVMs that may cost so much and no more, and are in a sandbox where
 * there is one. What costs more is refused; the next one has another JVM.
 */
public final class HandIns implements Closeable {
  private static final List<Path> SPELLING =
      List.of(Path.of("/usr/lib/locale/C.utf8"), Path.of("/usr/lib/locale/C.UTF-8"));

  private static final int TRIES = 3;

  private final Path scratch;
  private final Path work;
  private final Isolation isolation;
  private final Semaphore places;
  private final Set<Path> seen = new TreeSet<>();
  private final Set<Reader> started = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Reader> idle = new LinkedBlockingQueue<>();
  private final ScheduledExecutorService watch = Background.thread("watch over the readers");

  /**
   * Gets ready; a JVM is started when it is needed.
   *
   * @param most how many read at the same time
   */
  public HandIns(Isolation isolation, int most) throws IOException {
    scratch = Files.createTempDirectory("tp6-in-");
    work = Files.createDirectory(scratch.resolve("work"));
    this.isolation = isolation;
    places = new Semaphore(Math.max(2, most), true);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * Reads a submission; of a git repository, the commit at its HEAD.
   *
   * @throws Refused where there is nothing that could be graded, or where that would cost too much
   * @throws IOException where the reading has failed for another reason
   */
  public Submission read(Path handedIn) throws IOException {
    return submission(ask(Task.READ, handedIn, Path.of("")));
  }

  /** The same as it stands on the disk. */
  public Submission readFiles(Path handedIn) throws IOException {
    return submission(ask(Task.READ_FILES, handedIn, Path.of("")));
  }

  private static Submission submission(Answer answer) throws IOException {
    return answer.submission().orElseThrow(() -> new IOException("nothing was read"));
  }

  /** The folder that a zip of a whole class was unpacked into; empty where it is something else. */
  public Optional<Path> unpackedClass(Path zip) throws IOException {
    Path folder = Files.createTempDirectory(work, "class");
    return ask(Task.UNPACK, zip, folder).isClass() ? Optional.of(folder) : Optional.empty();
  }

  private Answer ask(Task task, Path path, Path into) throws IOException {
    if (Files.notExists(path)) {
      throw new Refused("neither a folder nor an archive");
    }
    Path real = path.toRealPath();
    places.acquireUninterruptibly();
    try {
      Answer answer = answer(new Request(task, real.toString(), into.toString()), real, TRIES);
      if (!answer.refused().isEmpty()) {
        throw new Refused(answer.refused());
      }
      if (!answer.failed().isEmpty()) {
        throw new IOException(answer.failed());
      }
      return answer;
    } finally {
      places.release();
    }
  }

  /** A reader that ends for no reason of the hand-in's is replaced. */
  private Answer answer(Request request, Path real, int tries) throws IOException {
    Reader reader = readerOf(real);
    try {
      Answer answer = reader.ask(request, watch);
      idle.add(reader);
      return answer;
    } catch (Refused e) {
      throw e;
    } catch (IOException e) {
      if (tries <= 1) {
        throw e;
      }
      return answer(request, real, tries - 1);
    }
  }

  /** One that sees the folder around a path, or the path itself where that is the whole disk. */
  private Reader readerOf(Path path) throws IOException {
    Path parent = path.getParent();
    Path folder = parent == null || parent.getParent() == null ? path : parent;
    for (Reader one = idle.poll(); one != null; one = idle.poll()) {
      if (one.process().isAlive() && one.folders().contains(folder)) {
        return one;
      }
      one.close();
      started.remove(one);
    }
    try {
      // The watch starts it: a sandbox ends with the thread that has started it.
      return watch.submit(() -> start(folder)).get();
    } catch (ExecutionException e) {
      throw new IOException("nothing can be read: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Reader start(Path folder) throws IOException {
    seen.add(folder);
    Set<Path> folders = Set.copyOf(seen);
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath())
            .filter(Files::exists)
            .toList();
    List<String> java =
        Reader.command(
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            work);
    List<Path> files =
        Stream.of(classPath, folders, SPELLING)
            .flatMap(Collection::stream)
            .filter(Files::exists)
            .distinct()
            .toList();
    ProcessBuilder builder =
        isolation == Isolation.BWRAP ? inSandbox(java, files) : new ProcessBuilder(java);
    Launch.withoutEnvironment(builder).redirectError(ProcessBuilder.Redirect.DISCARD);
    Reader reader = new Reader(builder.start(), folders);
    started.add(reader);
    return reader;
  }

  /** It needs what a compiler needs: files of ours to read, and one folder to write to. */
  private ProcessBuilder inSandbox(List<String> java, List<Path> files) throws IOException {
    Sandbox sandbox = Sandbox.in(scratch, Set.of());
    return sandbox.builder(sandbox.aroundCompiler(java, files, work));
  }

  @Override
  public void close() {
    watch.shutdownNow();
    started.forEach(Reader::close);
    try {
      Folders.delete(scratch);
    } catch (IOException e) {
      System.err.println("temporary files are left in " + scratch + ": " + e.getMessage());
    }
  }
}
