package tp6.stage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tp6.stage.Event.Kind;
import tp6.stage.text.Words;

/** What has happened on the wire so far, step by step. */
public final class Transcript {
  private static final int FIRST = 8;
  private static final int LAST = 12;

  /** Most steps are never read: they are put into words only when they are. */
  private record Step(
      Kind kind,
      Duration since,
      Duration at,
      String who,
      String whom,
      Supplier<String> text,
      Function<String, String> telling) {

    String told() {
      double seconds = at.toMillis() / 1000.0;
      return String.format(Locale.ROOT, "%.3f  %-8s  %s", seconds, who, telling.apply(text.get()));
    }

    Event event() {
      return new Event(kind, since.toMillis(), at.toMillis(), who, whom, text.get());
    }
  }

  private final long start = System.nanoTime();
  private final List<Step> first = new ArrayList<>();
  private final Deque<Step> last = new ArrayDeque<>();
  private final Map<String, Duration> waiting = new HashMap<>();
  private int left;

  /** Notes that somebody did something, now. */
  public void note(String who, String what) {
    note(Kind.NOTES, who, what);
  }

  void note(Kind kind, String who, String what) {
    note(kind, who, "", () -> what, text -> text);
  }

  /** Notes that somebody got something from somebody else, now. */
  public void receives(String who, String whom, String what) {
    note(Kind.RECEIVES, who, whom, () -> what, "← "::concat);
  }

  /** Notes that somebody sent something to somebody else, now. */
  public void sends(String who, String whom, String what) {
    note(Kind.SENDS, who, whom, () -> what, "→ "::concat);
  }

  /** Notes what somebody did to somebody else, or to nobody, and how the text of it is told. */
  synchronized void note(
      Kind kind, String who, String whom, Supplier<String> text, Function<String, String> telling) {
    Duration now = now();
    Duration since = waiting.remove(Event.to(kind, who, whom));
    Step step = new Step(kind, since == null ? now : since, now, who, whom, text, telling);
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

  /** Notes that somebody waits, until the next thing that is done by or to them. */
  synchronized void waits(String who) {
    waiting.putIfAbsent(who, now());
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The first and the last steps, and how many were between. */
  List<String> steps(Words words) {
    return all(Step::told, at -> words.say("left.out", left));
  }

  /** The same steps as events, and one in place of those between. */
  List<Event> events(Words words) {
    return all(
        Step::event, at -> new Event(Kind.LEFT_OUT, at, at, "", "", words.say("left.out", left)));
  }

  private synchronized <T> List<T> all(Function<Step, T> each, Function<Long, T> between) {
    List<T> all = new ArrayList<>(first.stream().map(each).toList());
    if (left > 0) {
      all.add(between.apply(last.element().at().toMillis()));
    }
    last.stream().map(each).forEach(all::add);
    return all;
  }

  /** Where somebody is found now, which is no step. */
  Event standing(String who, String where) {
    long now = now().toMillis();
    return new Event(Kind.STANDS, now, now, who, "", where);
  }
}
