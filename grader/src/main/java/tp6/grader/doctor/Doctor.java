package tp6.grader.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tp6.grader.process.Deadline;
import tp6.grader.process.Folders;
import tp6.grader.process.Jvm;
import tp6.grader.process.WorkLimit;
import tp6.grader.run.HostFiles;
import tp6.grader.sandbox.CallTrial;
import tp6.grader.sandbox.Machine;
import tp6.grader.sandbox.Protection;
import tp6.grader.sandbox.Sandbox;
import tp6.grader.sandbox.Spy;
import tp6.grader.sandbox.SpyMaster;
import tp6.grader.sandbox.Tools;
import tp6.stage.text.Words;

/**
 * Finds out whether the sandbox holds on this machine: a spy in it tries to reach what was planted
 * outside.
 */
public final class Doctor {
  private static final Deadline DEADLINE =
      new Deadline(Optional.of(Duration.ofSeconds(20)), Duration.ofMinutes(5));

  private final Path scratch;
  private final Set<Protection> without;
  private final Words words;
  private final Findings findings;

  private Doctor(Path scratch, Set<Protection> without, Words words) {
    this.scratch = scratch;
    this.without = without;
    this.words = words;
    this.findings = new Findings(words);
  }

  /** The first of the programs needed that is not there; nothing where all are. */
  public static Optional<String> missing() {
    return Files.exists(Path.of("/proc/self/maps")) ? Tools.missing() : Optional.of("Linux");
  }

  /**
   * Tries the sandbox that students' programs are run in.
   *
   * @param without protections that are left out, to see that this is noticed
   * @param words of the answer
   * @return all attempts; the sandbox is to be trusted where each of them is safe
   */
  public static List<Finding> examine(Set<Protection> without, Words words) throws IOException {
    Path scratch = Files.createTempDirectory("tp6-");
    try {
      Doctor doctor = new Doctor(scratch, without, words);
      doctor.examine();
      return doctor.findings.all();
    } finally {
      Folders.delete(scratch);
    }
  }

  private void examine() throws IOException {
    Path secret = Files.writeString(scratch.resolve("secret"), "canary");
    Process canary = new ProcessBuilder("sleep", "3600").start();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Sandbox sandbox = Sandbox.in(scratch, without);
      Path jar = HostFiles.packSpy(scratch);
      sandbox.letOthersRead(jar);
      CallTrial trial = CallTrial.in(scratch, Machine.here().orElse(Machine.X86_64));
      String classPath = System.getProperty("java.class.path");
      List<String> master =
          Jvm.command("-Xmx64m", "-Xlog:disable", "-cp", classPath, SpyMaster.class.getName());
      List<String> spying =
          Jvm.command(
              "-Xmx64m",
              "-Xlog:disable",
              "-cp",
              jar.toString(),
              Spy.class.getName(),
              secret.toString(),
              Integer.toString(listener.getLocalPort()),
              Long.toString(canary.pid()),
              trial.calls().toString(),
              trial.key().toString());
      List<Path> files = List.of(jar, trial.calls(), trial.key());
      master.addAll(sandbox.aroundStudent(spying, files));
      List<String> command = new ArrayList<>(sandbox.around(master));
      boolean isPlanted = isPlanted(trial);
      if (isPlanted) {
        command.add(0, trial.planting().toString());
      }
      Process spy = sandbox.builder(command).redirectErrorStream(true).start();
      try {
        findings.judge(report(spy), canary, isPlanted);
      } finally {
        spy.destroyForcibly();
      }
      judgeNamespaces(sandbox);
      long left = Survivors.of(scratch);
      findings.add("survive", words.say("happened.left", left), left == 0);
    } finally {
      canary.destroyForcibly();
    }
  }

  /** What the spy tells, by attempt. What else is printed is about why there was none. */
  private Map<String, String> report(Process spy) throws IOException {
    Map<String, String> report = new HashMap<>();
    ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(spy.getInputStream(), UTF_8));
        WorkLimit limit = new WorkLimit(spy, DEADLINE, spy::destroyForcibly, alarm)) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("end\t")) {
        int tab = line.indexOf('\t');
        report.merge(tab < 0 ? "" : line.substring(0, tab), line.substring(tab + 1), (a, b) -> a);
        line = lines.readLine();
      }
      if (line == null) {
        report.putIfAbsent(
            "", words.say(limit.isForgotten() ? "happened.no.time" : "happened.ended"));
      } else {
        report.remove("");
      }
    } finally {
      alarm.shutdownNow();
    }
    return report;
  }

  /** Whether a key can be planted here, and is found where it should be. */
  private static boolean isPlanted(CallTrial trial) {
    List<String> looking = List.of(trial.planting().toString(), trial.key().toString());
    try {
      return ended(new ProcessBuilder(looking)) == 0;
    } catch (IOException e) {
      // Nothing can be run from the folder for temporary files.
      return false;
    }
  }

  /** A JVM has no way to try it; the tool that has is not there for students' programs. */
  private void judgeNamespaces(Sandbox sandbox) throws IOException {
    Path tool = Path.of(Tools.required(Tools.UNSHARE));
    List<String> making = List.of(tool.toString(), "--user", "/usr/bin/prlimit");
    List<String> command = sandbox.around(sandbox.aroundStudent(making, List.of(tool)));
    boolean made = ended(sandbox.builder(command)) == 0;
    boolean isOld = !Tools.forbidsNamespaces();
    String allowed = isOld ? "happened.old" : "happened.allowed";
    findings.add("namespaces", words.say(made ? allowed : "happened.none.made"), !made || isOld);
  }

  private static int ended(ProcessBuilder builder) throws IOException {
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(DEADLINE.longest().toSeconds(), TimeUnit.SECONDS)
          ? process.exitValue()
          : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
