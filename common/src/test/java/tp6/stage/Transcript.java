package tp6.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has happened on the wire so far, step by step. */
public final class Transcript {
  private static final int FIRST = 8;
  private static final int LAST = 12;

  private final long start = System.nanoTime();
  private final List<String> first = new ArrayList<>();
  private final List<String> last = new ArrayList<>();
  private int left;

  /** Notes that somebody did something, now. */
  public synchronized void note(String who, String what) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    String step = String.format(Locale.ROOT, "%.3f  %-8s  %s", seconds, who, what);
    if (first.size() < FIRST) {
      first.add(step);
      return;
    }
    last.add(step);
    if (last.size() > LAST) {
      last.remove(0);
      left++;
    }
  }

  /** The first and the last steps, and how many were between. */
  synchronized List<String> steps() {
    List<String> steps = new ArrayList<>(first);
    if (left > 0) {
      steps.add("… (" + left + ")");
    }
    steps.addAll(last);
    return steps;
  }
}
