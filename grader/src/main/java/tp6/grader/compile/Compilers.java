package tp6.grader.compile;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tp6.grader.process.Deadline;
import tp6.grader.process.Failure;
import tp6.grader.process.Jvm;
import tp6.grader.process.Lost;
import tp6.grader.process.Worker;
import tp6.grader.process.Workers;

/** Some JVMs that compile. One that was lost over a source is replaced. */
public final class Compilers implements Closeable {
  private static final String NAME = "compiler";

  private final Path classPath;
  private final String release;
  private final Workers workers;

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
    this.classPath = classPath;
    this.release = release;
    List<String> command =
        Jvm.command("-Xmx256m", "-cp", ownClassPath, CompilerMain.class.getName());
    this.workers = new Workers(NAME, () -> process.apply(command), Deadline.OF_SOURCES, most);
  }

  /** Starts one already now. */
  public void startOne() throws IOException {
    workers.startOne();
  }

  /**
   * Waits for the one that was started.
   *
   * @throws Failure where it will never be ready
   */
  public void awaitOne() throws Failure {
    workers.awaitOne();
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
        new CompilerQuestion(
            classes, classPath.toString(), release, root, List.copyOf(sources.keySet())));
  }

  private Compilation compile(CompilerQuestion question) throws IOException {
    Worker compiler = workers.take();
    try {
      CompilerQuestion.Answer answer = answer(compiler, question);
      if (answer.compiled()) {
        return new Compilation.Compiled(question.output());
      }
      if (!answer.errors().isEmpty()) {
        Failure.requireAll(List.of(classPath, question.output()));
        return new Compilation.DidNotCompile(answer.errors());
      }
      compiler.close();
      return new Compilation.GaveUp();
    } catch (Lost e) {
      if (e.reason() == Lost.Reason.TOO_MUCH_WORK) {
        return new Compilation.GaveUp();
      }
      throw e;
    } finally {
      workers.giveBack(compiler);
    }
  }

  private static CompilerQuestion.Answer answer(Worker compiler, CompilerQuestion question)
      throws IOException {
    byte[] answer = compiler.ask(question.bytes());
    try {
      return CompilerQuestion.Answer.of(answer);
    } catch (IOException e) {
      compiler.close();
      throw new Failure("unreadable", e, new Failure.Name(NAME));
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
