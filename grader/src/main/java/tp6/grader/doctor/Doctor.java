package tp6.grader.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/**
 * Finds out whether the sandbox holds on this machine: a spy in it tries to reach what was planted
 * outside.
 */
public final class Doctor {
  private static final Deadline DEADLINE =
      new Deadline(Optional.of(Duration.ofSeconds(20)), Duration.ofMinutes(5));

  /** Of our own time: on a busy computer the others have to wait for theirs, too. */
  private static final Duration DEATH = Duration.ofSeconds(2);

  private static final Set<String> HARMLESS =
      Set.of("", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "PWD");
  private static final int MAX_PROCESSES = 3;
  private static final int MAX_MEGABYTES = 1024;
  private static final int MAX_THREADS = 1000;
  private static final String NO_PRIVILEGE = "0000000000000000 1";

  private final Path scratch;
  private final Set<Protection> without;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * What came of an attempt.
   *
   * @param tried in a few words
   * @param happened in a few words, with what was reached
   */
  public record Finding(String tried, String happened, boolean isSafe) {}

  private Doctor(Path scratch, Set<Protection> without) {
    this.scratch = scratch;
    this.without = without;
  }

  /** The first of the programs needed that is not there; nothing where all are. */
  public static Optional<String> missing() {
    return Files.exists(Path.of("/proc/self/maps")) ? Sandbox.missing() : Optional.of("Linux");
  }

  /**
   * Tries the sandbox that students' programs are run in.
   *
   * @param without protections that are left out, to see that this is noticed
   * @return all attempts; the sandbox is to be trusted where each of them is safe
   */
  public static List<Finding> examine(Set<Protection> without) throws IOException {
    Path scratch = Files.createTempDirectory("tp6-");
    try {
      Doctor doctor = new Doctor(scratch, without);
      doctor.examine();
      return doctor.findings;
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
        judge(report(spy), canary, isPlanted);
      } finally {
        spy.destroyForcibly();
      }
      judgeNamespaces(sandbox);
      judgeDeath();
    } finally {
      canary.destroyForcibly();
    }
  }

  /** What the spy tells, by attempt. What else is printed is about why there was none. */
  private static Map<String, String> report(Process spy) throws IOException {
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
            "",
            limit.isForgotten() ? "this computer had no time for it" : "it ended before its time");
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

  private void judge(Map<String, String> report, Process canary, boolean isPlanted) {
    String trouble = report.getOrDefault("", "");
    find("to run at all", trouble.isEmpty() ? "it ran" : trouble, trouble.isEmpty());
    if (!trouble.isEmpty()) {
      return;
    }
    String variables =
        Arrays.stream(report.get("environment").split(" "))
            .filter(name -> !HARMLESS.contains(name))
            .collect(Collectors.joining(" "));
    findNothing("to read the grader's environment", variables);
    findNothing("to read another file of the grader's", report.get("file"));
    findNothing("to connect to a listener on this computer", report.get("listener"));
    findNothing("to find another network", report.get("network"));
    findNothing(
        "to end a process of this computer", canary.isAlive() ? report.get("process") : "ended it");
    int processes = Integer.parseInt(report.get("processes"));
    find("to see other processes", processes + " seen", processes <= MAX_PROCESSES);
    String privileges = report.get("privileges");
    boolean none = privileges.equals(NO_PRIVILEGE);
    find("to have privileges", none ? "none" : privileges, none);
    findNothing("to write outside of its own folders", report.get("writing"));
    findNothing("to write what a prober must not", report.get("prober"));
    findNothing("to find a shell", report.get("shell"));
    judgeCalls(report.get("calls"), report.get("key"), isPlanted);
    int megabytes = Integer.parseInt(report.get("memory"));
    find("to take all memory", megabytes + " MiB taken", megabytes < MAX_MEGABYTES);
    int threads = Integer.parseInt(report.get("threads"));
    find("to start threads without end", threads + " started", threads < MAX_THREADS);
    String loopback = report.get("loopback");
    find("to do what honest programs do", loopback, loopback.equals("works"));
  }

  private void judgeCalls(String calls, String key, boolean isPlanted) {
    if (Machine.here().isEmpty()) {
      find("to make other system calls", "no filter for " + System.getProperty("os.arch"), false);
      return;
    }
    boolean isTried = calls.matches("\\d+");
    String made = isTried ? CallTrial.made(Integer.parseInt(calls)) : "";
    find(
        "to make other system calls",
        isTried ? made.isEmpty() ? "all refused" : "made: " + made : "not tried: " + calls,
        made.isEmpty());
    boolean isFound = isPlanted && key.equals("0");
    find(
        "to find a key of this session",
        isPlanted ? isFound ? "found it" : "none found" : "not tried: none can be planted here",
        !isFound);
  }

  /** A JVM has no way to try it; the tool that has is not there for students' programs. */
  private void judgeNamespaces(Sandbox sandbox) throws IOException {
    Path tool = Path.of(Sandbox.required(Sandbox.UNSHARE));
    List<String> making = List.of(tool.toString(), "--user", "/usr/bin/prlimit");
    List<String> command = sandbox.around(sandbox.aroundStudent(making, List.of(tool)));
    boolean made = ended(sandbox.builder(command)) == 0;
    boolean isOld = !Sandbox.forbidsNamespaces();
    find(
        "to make namespaces of its own",
        made ? "allowed" + (isOld ? ": bubblewrap is older than 0.8" : "") : "none made",
        !made || isOld);
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

  private void findNothing(String tried, String reached) {
    find(tried, reached.isEmpty() ? "nothing reached" : "reached: " + reached, reached.isEmpty());
  }

  private void find(String tried, String happened, boolean isSafe) {
    findings.add(new Finding(tried, happened, isSafe));
  }

  /** All that was started has our folder in its command line. */
  private void judgeDeath() throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long deadline = threads.getCurrentThreadCpuTime() + DEATH.toNanos();
    long left = left();
    while (left > 0 && threads.getCurrentThreadCpuTime() < deadline) {
      left = left();
    }
    find("to live on when it is ended", left + " processes left", left == 0);
  }

  private long left() throws IOException {
    long left = 0;
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      try {
        if (new String(Files.readAllBytes(commandLine), ISO_8859_1).contains(scratch.toString())) {
          left++;
        }
      } catch (IOException e) {
        // It has ended meanwhile.
        continue;
      }
    }
    return left;
  }
}
