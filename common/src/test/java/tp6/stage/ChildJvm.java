package tp6.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM for the student's program alone: what happens there stays there. */
final class ChildJvm {
  private final Launch launch;
  private final Process process;
  private final Output output;

  private ChildJvm(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
    this.output = new Output(process.getInputStream());
  }

  static ChildJvm start(Launch launch, Settings settings) throws IOException {
    return new ChildJvm(
        launch,
        launch.java(
            List.of(
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // No test speaks TLS, and every HttpClient would read a hundred certificates.
                "-Djavax.net.ssl.trustStore=NONE",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=" + zone(settings.seed()),
                Host.class.getName())));
  }

  /** A zone in which it is later than in Greenwich and in Paris. */
  private static String zone(long seed) {
    return "Etc/GMT-" + (3 + Math.floorMod(seed, 9));
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

  /** Tells those who have launched the JVM that it is about to end. */
  void announceEnd() {
    launch.ends(process);
  }

  /** Ends the JVM and the processes it has started. */
  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    exitStatus();
  }
}
