package tp6.grader.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tp6.grader.sandbox.CallTrial;
import tp6.grader.sandbox.Machine;
import tp6.stage.text.Words;

/** What came of all attempts, and whether that is safe. */
final class Findings {
  private static final Set<String> HARMLESS =
      Set.of("", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "PWD");
  private static final int MAX_PROCESSES = 3;
  private static final int MAX_MEGABYTES = 1024;
  private static final int MAX_THREADS = 1000;
  private static final String NO_PRIVILEGE = "0000000000000000 1";

  private final Words words;
  private final List<Finding> all = new ArrayList<>();

  Findings(Words words) {
    this.words = words;
  }

  List<Finding> all() {
    return all;
  }

  /** Judges what a spy tells, by attempt. */
  void judge(Map<String, String> report, Process canary, boolean isPlanted) {
    String trouble = report.getOrDefault("", "");
    add("run", trouble.isEmpty() ? words.say("happened.ran") : trouble, trouble.isEmpty());
    if (!trouble.isEmpty()) {
      return;
    }
    String variables =
        Arrays.stream(report.get("environment").split(" "))
            .filter(name -> !HARMLESS.contains(name))
            .collect(Collectors.joining(" "));
    findNothing("environment", variables);
    findNothing("file", report.get("file"));
    findNothing("listener", report.get("listener"));
    findNothing("network", report.get("network"));
    findNothing(
        "process", canary.isAlive() ? report.get("process") : words.say("happened.ended.it"));
    int processes = Integer.parseInt(report.get("processes"));
    add("processes", words.say("happened.seen", processes), processes <= MAX_PROCESSES);
    String privileges = report.get("privileges");
    boolean none = privileges.equals(NO_PRIVILEGE);
    add("privileges", none ? words.say("happened.none") : privileges, none);
    findNothing("writing", report.get("writing"));
    findNothing("prober", report.get("prober"));
    findNothing("shell", report.get("shell"));
    findNothing("scratch", report.get("scratch"));
    judgeCalls(report.get("calls"), report.get("key"), isPlanted);
    int megabytes = Integer.parseInt(report.get("memory"));
    add("memory", words.say("happened.taken", megabytes), megabytes < MAX_MEGABYTES);
    int threads = Integer.parseInt(report.get("threads"));
    add("threads", words.say("happened.started", threads), threads < MAX_THREADS);
    String loopback = report.get("loopback");
    boolean works = loopback.equals("works");
    add("honest", works ? words.say("happened.works") : loopback, works);
  }

  private void judgeCalls(String calls, String key, boolean isPlanted) {
    if (Machine.here().isEmpty()) {
      add("calls", words.say("happened.no.filter", System.getProperty("os.arch")), false);
      return;
    }
    boolean isTried = calls.matches("\\d+");
    String made = isTried ? CallTrial.made(Integer.parseInt(calls)) : "";
    add("calls", isTried ? calls(made) : words.say("happened.not.tried", calls), made.isEmpty());
    boolean isFound = isPlanted && key.equals("0");
    String found = isFound ? "happened.found" : "happened.none.found";
    add("key", words.say(isPlanted ? found : "happened.not.planted"), !isFound);
  }

  private String calls(String made) {
    return made.isEmpty() ? words.say("happened.refused") : words.say("happened.made", made);
  }

  private void findNothing(String tried, String reached) {
    boolean isSafe = reached.isEmpty();
    add(
        tried,
        isSafe ? words.say("happened.nothing") : words.say("happened.reached", reached),
        isSafe);
  }

  /** What was tried is a key, and what happened a sentence. */
  void add(String tried, String happened, boolean isSafe) {
    all.add(new Finding(words.say("tried." + tried), happened, isSafe));
  }
}
