package tp6.grader.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import tp6.grader.process.Background;

/**
 * Does the same again and again, until the process, or the thread, is told to end.
 *
 * @param last what is said then
 */
record Rounds(PrintWriter screen, String last) {
  private static final int PAUSE_MILLIS = 300;
  private static final int PAUSE_OF_GLANCES_MILLIS = 1000;

  /** What is done. */
  @FunctionalInterface
  interface Round {
    void go() throws IOException;
  }

  /**
   * Goes round.
   *
   * @param glance what is done beside that, for a round may last
   * @param ending what is to be done before the last word
   * @return the exit status
   * @throws IOException of a round, which is the last one then
   */
  int go(Round round, Runnable glance, Runnable ending) throws IOException {
    AtomicBoolean hasEnded = new AtomicBoolean();
    Runnable end =
        () -> {
          if (!hasEnded.getAndSet(true)) {
            ending.run();
            screen.println(last);
            screen.flush();
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end));
    ScheduledExecutorService rounds = Background.thread("rounds");
    ScheduledExecutorService glances = Background.thread("glances");
    glances.scheduleWithFixedDelay(glance, 0, PAUSE_OF_GLANCES_MILLIS, TimeUnit.MILLISECONDS);
    try {
      while (true) {
        rounds.schedule(() -> once(round), PAUSE_MILLIS, TimeUnit.MILLISECONDS).get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      end.run();
      rounds.shutdownNow();
      glances.shutdownNow();
    }
  }

  private static Void once(Round round) throws IOException {
    round.go();
    return null;
  }
}
