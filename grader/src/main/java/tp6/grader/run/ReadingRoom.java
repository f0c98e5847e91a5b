package tp6.grader.run;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.compile.Jvm;
import tp6.grader.compile.Worker;
import tp6.grader.submission.Folders;

/**
 * Where JVMs of the grader's own read what students have sent: a sandbox, or else only processes of
 * their own where that is asked for, or where there is none.
 */
public final class ReadingRoom implements Closeable {
  private final Path scratch;
  private final Path work;
  private final HostFiles host;
  private final Optional<Sandbox> sandbox;

  /** Opens one, with files of its own until it is closed. */
  public ReadingRoom(Isolation isolation) throws IOException {
    this.scratch = Files.createTempDirectory("tp6-");
    this.work = Files.createDirectory(scratch.resolve("work"));
    this.host = HostFiles.pack(scratch);
    this.sandbox =
        isolation == Isolation.BWRAP && Doctor.missing().isEmpty()
            ? Optional.of(Sandbox.in(scratch, Set.of()))
            : Optional.empty();
  }

  /** The classes of the course that students' sources use. */
  public Path common() {
    return host.common();
  }

  /** A JVM with all of the grader's classes. */
  public Worker worker(Class<?> main, String... arguments) {
    List<Path> files =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath())
            .filter(Files::exists)
            .collect(Collectors.toCollection(ArrayList::new));
    String classPath =
        files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    files.add(host.common());
    List<String> command =
        Jvm.command("-Xmx256m", "-Xss64m", "-XX:+ExitOnOutOfMemoryError", "-cp", classPath);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Function<List<String>, ProcessBuilder> builder =
        sandbox
            .<Function<List<String>, ProcessBuilder>>map(
                one -> java -> one.builder(one.aroundCompiler(java, files, work)))
            .orElse(ProcessBuilder::new);
    return new Worker(command, builder);
  }

  @Override
  public void close() throws IOException {
    Folders.delete(scratch);
  }
}
