package tp6.grader.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tp6.stage.Event;
import tp6.stage.Event.Kind;

/**
 * Who stands where: one lane each, and the one that all connect to in the middle. Where they are
 * too many, those that the end is about have lanes of their own, and all others share one.
 */
final class Lanes {
  private static final int MOST = 6;

  private final List<String> names = new ArrayList<>();
  private final Set<String> crowd = new HashSet<>();
  private final String hub;

  Lanes(List<Event> events) {
    this.hub =
        events.stream()
            .filter(event -> event.kind() == Kind.CONNECTS)
            .map(Event::whom)
            .findFirst()
            .orElse("");
    Set<String> others = new LinkedHashSet<>();
    events.forEach(event -> others.addAll(List.of(event.who(), event.whom())));
    others.removeAll(List.of("", hub));
    if (others.size() >= MOST) {
      others.removeAll(crowded(events, others));
    }
    names.addAll(others);
    if (!crowd.isEmpty()) {
      names.add(0, "+" + crowd.size());
    }
    if (!hub.isEmpty()) {
      names.add((names.size() + 1) / 2, hub);
    }
  }

  private Set<String> crowded(List<Event> events, Set<String> others) {
    Set<String> own = new HashSet<>();
    for (int i = events.size() - 1; i >= 0 && own.size() < MOST - 2; i--) {
      own.addAll(List.of(events.get(i).who(), events.get(i).whom()));
      own.retainAll(others);
    }
    crowd.addAll(others);
    crowd.removeAll(own);
    return crowd;
  }

  /** From left to right. */
  List<String> names() {
    return names;
  }

  /** The lane of somebody. */
  int of(String who) {
    return crowd.contains(who) ? names.indexOf("+" + crowd.size()) : names.indexOf(who);
  }

  /** Whether a lane does not tell who it is. */
  boolean isShared(String who) {
    return crowd.contains(who);
  }

  /** The one that all connect to; -1 where nobody connects. */
  int hub() {
    return names.indexOf(hub);
  }
}
