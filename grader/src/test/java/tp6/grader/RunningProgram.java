package tp6.grader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of the course, run as a person would: by {@code java}, with a keyboard and a screen.
 */
final class RunningProgram implements AutoCloseable {
  private final Process process;
  private final PrintStream keyboard;
  private final BufferedReader screen;

  private RunningProgram(Process process) {
    this.process = process;
    this.keyboard = new PrintStream(process.getOutputStream(), true, UTF_8);
    this.screen = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static RunningProgram start(
      Map<String, String> environment, String module, String type, String... args)
      throws IOException {
    return start("en", environment, module, type, args);
  }

  /** In a language of the course. */
  static RunningProgram startIn(String language, String module, String type, String... args)
      throws IOException {
    return start(language, Map.of(), module, type, args);
  }

  private static RunningProgram start(
      String language, Map<String, String> environment, String module, String type, String... args)
      throws IOException {
    String classPath = classes(module) + System.getProperty("path.separator") + classes("common");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-Dlang=" + language, "-cp"));
    command.add(classPath);
    command.add(type);
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OWM_"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return new RunningProgram(builder.start());
  }

  static RunningProgram start(String module, String type, String... args) throws IOException {
    return start(Map.of(), module, type, args);
  }

  private static String classes(String module) {
    return Project.ROOT.resolve(module).resolve("target/classes").toString();
  }

  void type(String line) {
    keyboard.println(line);
  }

  void endInput() {
    keyboard.close();
  }

  /** Waits for the next line on the screen. */
  String line() throws IOException {
    return screen.readLine();
  }

  /** Waits for the end. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs: " + process.info().commandLine());
    }
    return process.exitValue();
  }

  /** Waits for the end, and returns what is left on the screen and the exit status. */
  List<String> rest() throws Exception {
    List<String> lines = new ArrayList<>(screen.lines().toList());
    lines.add("exit status " + exitStatus());
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
