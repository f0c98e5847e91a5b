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

  void isDone() {
    isDone.set(true);
  }
}
