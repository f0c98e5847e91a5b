package tp6.grader.ci;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script as the platforms do. These read what it prints from two pipes, so that errors may
 * come late: here they come last.
 */
final class Shell {
  private final Path bin;
  private final Path home;

  /** With programs in {@code bin} that stand in for others of the same name. */
  Shell(Path bin, Path home) {
    this.bin = bin;
    this.home = home;
  }

  /** What came of a script. */
  record Ran(int status, String log) {}

  Ran run(String script, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path file = Files.writeString(Files.createTempFile(home, "step", ".sh"), script);
    Path log = Files.createTempFile(home, "step", ".log");
    Path errors = Files.createTempFile(home, "step", ".err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", path());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still runs: " + script);
    }
    return new Ran(process.exitValue(), Files.readString(log) + Files.readString(errors));
  }

  private String path() {
    Path java = Path.of(System.getProperty("java.home"), "bin");
    return String.join(
        File.pathSeparator, List.of(bin.toString(), java.toString(), System.getenv("PATH")));
  }
}
