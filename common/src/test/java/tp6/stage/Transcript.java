package tp6.stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What has happened on the wire so far, step by step. */
public final class Transcript {
  private static final int FIRST = 8;
  private static final int LAST = 12;

  /** Most steps are never read: they are put into words only when they are. */
  private record Step(Duration at, String who, Supplier<String> what) {
    @Override
    public String toString() {
      double seconds = at.toMillis() / 1000.0;
      return String.format(Locale.ROOT, "%.3f  %-8s  %s", seconds, who, what.get());
    }
  }

  private final long start = System.nanoTime();
  private final List<Step> first = new ArrayList<>();
  private final Deque<Step> last = new ArrayDeque<>();
  private int left;

  /** Notes that somebody did something, now. */
  public void note(String who, String what) {
    note(who, () -> what);
  }

  synchronized void note(String who, Supplier<String> what) {
    Step step = new Step(Duration.ofNanos(System.nanoTime() - start), who, what);
    if (first.size() < FIRST) {
      first.add(step);
      return;
    }
    last.add(step);
    if (last.size() > LAST) {
      last.remove();
      left++;
    }
  }

  /** The first and the last steps, and how many were between. */
  synchronized List<String> steps(Words words) {
    List<String> steps = new ArrayList<>();
    first.forEach(step -> steps.add(step.toString()));
    if (left > 0) {
      steps.add(words.say("left.out", left));
    }
    last.forEach(step -> steps.add(step.toString()));
    return steps;
  }
}
