package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tp6.common.Server;

/** A JVM for the student's program alone: what happens there stays there. */
final class ChildJvm {
  private final Process process;
  private final Output output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = new Output(process.getInputStream());
  }

  /** Starts a host with only the course's classes and the student's in it. */
  static ChildJvm start(Settings settings, String studentClass) throws IOException {
    Stream<Path> student = Stream.concat(settings.classes().stream(), rootOf(studentClass));
    String classPath =
        Stream.of(student.limit(1), rootOf(Server.class.getName()), rootOf(Host.class.getName()))
            .flatMap(roots -> roots)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=" + zone(settings.seed()),
            "-cp",
            classPath,
            Host.class.getName());
    // Windows cannot open a socket without SystemRoot; nothing else is the student's business.
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    return new ChildJvm(builder.redirectErrorStream(true).start());
  }

  /** A zone in which it is later than in Greenwich and in Paris. */
  private static String zone(long seed) {
    return "Etc/GMT-" + (3 + Math.floorMod(seed, 9));
  }

  /** The folder or jar that a class is in; nothing where there is no such class. */
  private static Stream<Path> rootOf(String className) {
    String file = className.replace('.', '/') + ".class";
    URL found = ChildJvm.class.getClassLoader().getResource(file);
    if (found == null) {
      return Stream.empty();
    }
    String root = found.toString().replace(file, "").replaceAll("^jar:|!/$", "");
    return Stream.of(Path.of(URI.create(root)));
  }

  void tell(String text) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(UTF_8));
    }
  }

  Output output() {
    return output;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits a moment for the end, and tells the exit status. */
  String exitStatus() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS) ? Integer.toString(process.exitValue()) : "?";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }

  /** Ends the JVM and the processes it has started. */
  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    exitStatus();
  }
}
