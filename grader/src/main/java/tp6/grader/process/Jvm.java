package tp6.grader.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What all the JVMs that the grader starts have in common. */
public final class Jvm {
  /** How a JVM ends when somebody presses Ctrl-C, or shuts the computer down. */
  private static final Set<Integer> INTERRUPTED = Set.of(130, 143);

  /** How a JVM ends that was killed: by the system, where memory is short, or by somebody. */
  private static final int KILLED = 137;

  private Jvm() {}

  /** The program to start: that of the JDK which the grader itself runs on. */
  public static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The command line of a short-lived JVM that nobody else attaches to. */
  public static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(executable());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:-UsePerfData", "-XX:+DisableAttachMechanism"));
    // What a JVM has to say of itself, as when memory is short, is no part of an answer.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.addAll(List.of(arguments));
    return command;
  }

  /** Whether it has ended, and neither by itself nor by those who have started it. */
  public static boolean wasEndedByOthers(Process jvm) {
    return !jvm.isAlive() && (jvm.exitValue() == KILLED || wasInterrupted(jvm));
  }

  /** Whether it has ended, and by somebody who meant us all. */
  public static boolean wasInterrupted(Process jvm) {
    return !jvm.isAlive() && INTERRUPTED.contains(jvm.exitValue());
  }
}
