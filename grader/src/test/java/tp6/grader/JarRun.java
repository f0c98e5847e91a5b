package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The grader's jar as somebody runs it: in some folder, with some Java, in some environment. By
 * default that is the folder of the test, the JDK of the test, and an empty environment.
 */
final class JarRun {
  static final Path JAR = Path.of("target/grader.jar").toAbsolutePath();

  private final Path folder;
  private final Path screen;
  private Path jar = JAR;
  private final List<String> before = new ArrayList<>();
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  JarRun(Path folder) {
    this.folder = folder;
    this.screen = folder.resolve("screen.txt");
  }

  /** With this jar, which is written as it stands there. */
  JarRun jar(Path other) {
    jar = other;
    return this;
  }

  JarRun java(Path other) {
    java = other;
    return this;
  }

  JarRun option(String one) {
    options.add(one);
    return this;
  }

  /** By this command, which starts what follows it in a place of its own. */
  JarRun inside(String... command) {
    before.addAll(List.of(command));
    return this;
  }

  JarRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(java.toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return start(command);
  }

  /** Runs it to its end, and tells its exit status. */
  int run(String... arguments) throws Exception {
    return end(start(arguments));
  }

  /** Runs another command in its place. */
  int runCommand(String... command) throws Exception {
    return end(startCommand(command));
  }

  Process startCommand(String... command) throws IOException {
    return start(List.of(command));
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().keySet().retainAll(Set.of("SystemRoot", "PATH"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  int end(Process process) throws Exception {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(screen()).isTrue();
    return process.exitValue();
  }

  String screen() throws IOException {
    return Files.readString(screen, UTF_8);
  }

  /** Ids with status and mark, as {@code graded:20}, from a folder that grade has written. */
  static Map<String, String> marks(Path out) throws IOException {
    Map<String, String> marks = new TreeMap<>();
    try (Stream<String> lines = Files.lines(out.resolve("grades.csv"), UTF_8)) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(row -> marks.put(row[0], row[3] + ":" + row[4]));
    }
    return marks;
  }
}
