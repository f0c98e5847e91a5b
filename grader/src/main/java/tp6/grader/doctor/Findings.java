package tp6.grader.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tp6.grader.sandbox.CallTrial;
import tp6.grader.sandbox.Machine;

/** What came of all attempts, and whether that is safe. */
final class Findings {
  private static final Set<String> HARMLESS =
      Set.of("", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "PWD");
  private static final int MAX_PROCESSES = 3;
  private static final int MAX_MEGABYTES = 1024;
  private static final int MAX_THREADS = 1000;
  private static final String NO_PRIVILEGE = "0000000000000000 1";

  private final List<Finding> all = new ArrayList<>();

  List<Finding> all() {
    return all;
  }

  /** Judges what a spy tells, by attempt. */
  void judge(Map<String, String> report, Process canary, boolean isPlanted) {
    String trouble = report.getOrDefault("", "");
    add("to run at all", trouble.isEmpty() ? "it ran" : trouble, trouble.isEmpty());
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
    add("to see other processes", processes + " seen", processes <= MAX_PROCESSES);
    String privileges = report.get("privileges");
    boolean none = privileges.equals(NO_PRIVILEGE);
    add("to have privileges", none ? "none" : privileges, none);
    findNothing("to write outside of its own folders", report.get("writing"));
    findNothing("to write what a prober must not", report.get("prober"));
    findNothing("to find a shell", report.get("shell"));
    findNothing("to run what it has written", report.get("scratch"));
    judgeCalls(report.get("calls"), report.get("key"), isPlanted);
    int megabytes = Integer.parseInt(report.get("memory"));
    add("to take all memory", megabytes + " MiB taken", megabytes < MAX_MEGABYTES);
    int threads = Integer.parseInt(report.get("threads"));
    add("to start threads without end", threads + " started", threads < MAX_THREADS);
    String loopback = report.get("loopback");
    add("to do what honest programs do", loopback, loopback.equals("works"));
  }

  private void judgeCalls(String calls, String key, boolean isPlanted) {
    if (Machine.here().isEmpty()) {
      add("to make other system calls", "no filter for " + System.getProperty("os.arch"), false);
      return;
    }
    boolean isTried = calls.matches("\\d+");
    String made = isTried ? CallTrial.made(Integer.parseInt(calls)) : "";
    add(
        "to make other system calls",
        isTried ? made.isEmpty() ? "all refused" : "made: " + made : "not tried: " + calls,
        made.isEmpty());
    boolean isFound = isPlanted && key.equals("0");
    add(
        "to find a key of this session",
        isPlanted ? isFound ? "found it" : "none found" : "not tried: none can be planted here",
        !isFound);
  }

  private void findNothing(String tried, String reached) {
    add(tried, reached.isEmpty() ? "nothing reached" : "reached: " + reached, reached.isEmpty());
  }

  void add(String tried, String happened, boolean isSafe) {
    all.add(new Finding(tried, happened, isSafe));
  }
}
