package tp6.grader.sandbox;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.grader.process.Folders;
import tp6.grader.process.Jvm;

/**
 * How JVMs are started that have all of the grader's classes, and read what students have sent: in
 * a sandbox, where that is asked for, in which they see files of ours and can write to one folder.
 */
public final class ReadingJvm implements Closeable {
  private final Path scratch = Files.createTempDirectory("tp6-in-");
  private final Path work = Files.createDirectory(scratch.resolve("work"));
  private final Optional<Sandbox> sandbox;

  /** Starts nothing. */
  public ReadingJvm(boolean isInSandbox) throws IOException {
    sandbox = isInSandbox ? Optional.of(Sandbox.in(scratch, Set.of())) : Optional.empty();
  }

  /** A folder for what they are to read. */
  public Path scratch() {
    return scratch;
  }

  /** The folder that they can write to. */
  public Path work() {
    return work;
  }

  /**
   * The process of one.
   *
   * @param files that it sees, and folders, where they are there
   * @param options of the JVM
   * @param program its main class, and arguments
   */
  public ProcessBuilder builder(
      Collection<Path> files, List<String> options, List<String> program) {
    List<Path> own =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath())
            .filter(Files::exists)
            .toList();
    List<String> java = Jvm.command("-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + work);
    java.addAll(options);
    java.add("-cp");
    java.add(own.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    java.addAll(program);
    List<Path> seen = new ArrayList<>(own);
    files.stream().filter(Files::exists).filter(file -> !own.contains(file)).forEach(seen::add);
    return sandbox
        .map(one -> one.builder(one.aroundCompiler(java, seen, work)))
        .orElseGet(() -> new ProcessBuilder(java));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(scratch);
  }
}
