package tp6.stage.host;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Tells whether threads that sleep will wake up by themselves. */
final class Sleepers {
  /** Of the JVM's own and the host's. */
  private static final Set<String> NOT_THE_PROGRAMS =
      Set.of("Common-Cleaner", "Notification Thread", "main", "host");

  /**
   * Wait for a client, or for words of one, with a limit; until what is printed is read; for
   * another process, or for the name of a host.
   */
  private static final Set<String> TIMED =
      Set.of(
          "timedRead",
          "timedAccept",
          "timedFinishConnect",
          "select",
          "doSelect",
          "writeBytes",
          "waitForProcessExit0",
          "lookupAllHostAddr",
          "getHostByAddr");

  /** Have no work, and end when nobody brings them any. */
  private static final Set<String> IDLE = Set.of("getTask", "awaitWork");

  private Sleepers() {}

  /** Whether a thread of the program waits with a time limit, and not only for work. */
  static boolean isOneTimed() {
    return Thread.getAllStackTraces().entrySet().stream().anyMatch(Sleepers::isTimed);
  }

  private static boolean isTimed(Map.Entry<Thread, StackTraceElement[]> entry) {
    Thread thread = entry.getKey();
    if (isNotThePrograms(thread) || stands(entry.getValue(), IDLE)) {
      return false;
    }
    return thread.getState() == Thread.State.TIMED_WAITING || stands(entry.getValue(), TIMED);
  }

  private static boolean isNotThePrograms(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null
        || !group.getName().equals(Performance.GROUP)
            && NOT_THE_PROGRAMS.contains(thread.getName());
  }

  private static boolean stands(StackTraceElement[] stack, Set<String> methods) {
    return Arrays.stream(stack).anyMatch(frame -> methods.contains(frame.getMethodName()));
  }
}
