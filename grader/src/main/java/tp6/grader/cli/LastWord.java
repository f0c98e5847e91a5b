package tp6.grader.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is said where the grader ends before its work is done, as by Ctrl-C. */
final class LastWord {
  private final AtomicBoolean isDone = new AtomicBoolean();

  LastWord(PrintWriter screen, String sentence) {
    Thread ending =
        new Thread(
            () -> {
              if (!isDone.get()) {
                screen.println();
                screen.println(sentence);
                screen.flush();
              }
            });
    Runtime.getRuntime().addShutdownHook(ending);
  }

  /** The work is done, or has failed by itself, which is told elsewhere. */
  void isOver() {
    if (!isEnding()) {
      isDone.set(true);
    }
  }

  /** Whether the JVM ends: what is closed then fails in those that still use it. */
  static boolean isEnding() {
    Thread trial = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(trial);
      Runtime.getRuntime().removeShutdownHook(trial);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
