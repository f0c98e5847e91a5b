package tp6.grader.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tp6.grader.compile.Background;
import tp6.grader.compile.Jvm;

/**
 * The grader in a JVM with options that a jar cannot ask for: without the compiler that pays only
 * for long runs, and closed to other programs of the same user that would attach to it.
 */
final class Relaunch {
  private static final String PARENT = "tp6.grader.parent";
  private static final int LOOK_MILLIS = 100;

  private Relaunch() {}

  /** Whether this JVM is still the one that somebody has started by hand. */
  static boolean isNeeded() {
    return System.getProperty(PARENT) == null;
  }

  /** Runs the grader in another JVM, and returns its exit status. */
  static int run(String[] args) throws IOException, InterruptedException {
    List<String> command =
        Jvm.command(
            "-D" + PARENT + "=" + ProcessHandle.current().pid(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    command.addAll(List.of(args));
    Process grader = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(grader)));
    return grader.waitFor();
  }

  private static void end(Process grader) {
    grader.destroy();
    try {
      grader.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends this JVM when the one that has started it was killed: soon, for students' programs run.
   */
  static void endWithParent() {
    long parent = Long.parseLong(System.getProperty(PARENT));
    ScheduledExecutorService watch = Background.thread("watch for the parent");
    watch.scheduleAtFixedRate(
        () -> {
          if (ProcessHandle.current().parent().filter(one -> one.pid() == parent).isEmpty()) {
            Runtime.getRuntime().halt(137);
          }
        },
        0,
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }
}
