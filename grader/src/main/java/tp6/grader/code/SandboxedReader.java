package tp6.grader.code;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.doctor.Doctor;
import tp6.grader.grade.Isolation;
import tp6.grader.process.Deadline;
import tp6.grader.process.Folders;
import tp6.grader.process.Jvm;
import tp6.grader.process.Worker;
import tp6.grader.process.Workers;
import tp6.grader.run.HostFiles;
import tp6.grader.sandbox.Sandbox;

/**
 * A JVM with all of the grader's classes that reads what students have sent: in a sandbox, or else
 * in a process alone where that is asked for, or where there is no sandbox.
 */
public final class SandboxedReader implements Closeable {
  private final Path scratch = Files.createTempDirectory("tp6-");
  private final Path work = Files.createDirectory(scratch.resolve("work"));
  private final Path common = HostFiles.pack(scratch).common();
  private final Optional<Sandbox> sandbox;
  private final Workers workers;

  /**
   * Starts nothing yet.
   *
   * @param main its main class, which answers questions; it takes the jar of the classes that
   *     students' sources use, and these arguments
   */
  public SandboxedReader(Isolation isolation, Class<?> main, String... arguments)
      throws IOException {
    this.sandbox =
        isolation == Isolation.BWRAP && Doctor.missing().isEmpty()
            ? Optional.of(Sandbox.in(scratch, Set.of()))
            : Optional.empty();
    List<Path> files =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath())
            .filter(Files::exists)
            .collect(Collectors.toCollection(ArrayList::new));
    String classPath =
        files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    files.add(common);
    List<String> command =
        Jvm.command("-Xmx256m", "-Xss8m", "-XX:+ExitOnOutOfMemoryError", "-cp", classPath);
    command.addAll(List.of(main.getName(), common.toString()));
    command.addAll(List.of(arguments));
    this.workers = new Workers("reader", () -> process(command, files), Deadline.OF_SOURCES);
  }

  private ProcessBuilder process(List<String> java, List<Path> files) {
    return sandbox
        .map(one -> one.builder(one.aroundCompiler(java, files, work)))
        .orElseGet(() -> new ProcessBuilder(java));
  }

  /**
   * Asks.
   *
   * @return the answer; empty where the JVM was lost over the question
   * @throws IOException where that is not the question's fault
   */
  public Optional<byte[]> ask(byte[] question) throws IOException {
    Worker worker = workers.take();
    try {
      return Optional.of(worker.ask(question));
    } catch (Worker.Lost e) {
      if (e.reason() != Worker.Reason.OUTSIDE) {
        return Optional.empty();
      }
      throw new IOException(e.getMessage() + ": see grader doctor", e);
    } finally {
      workers.giveBack(worker);
    }
  }

  @Override
  public void close() throws IOException {
    workers.close();
    Folders.delete(scratch);
  }
}
